import { useState } from 'preact/hooks'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { comeIn } from '../chats/come-in.ts'
import type { ConversationView } from './use-conversation.ts'

interface Props {
  readonly view: ConversationView
  /** Why there is no composer. */
  readonly words: string
}

const t = texts.joining

/** Under a chat that colleagues are in: the ways into it, and out of observing it (L4, L6). */
export function JoinFoot({ view: { row, account }, words }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const go = async (how: 'join-chat' | 'observe-chat' | 'stop-observing') => setProblem(await comeIn(how, row))
  return (
    <div class="foot">
      <p class="words" role={problem ? 'alert' : 'status'}>
        {problem ?? words}
      </p>
      <Button look="primary" onClick={() => go('join-chat')}>
        {t.join}
      </Button>
      {row.list === 'observed' && <Button onClick={() => go('stop-observing')}>{t.stop}</Button>}
      {row.list !== 'observed' && account.mayObserve && <Button onClick={() => go('observe-chat')}>{t.observe}</Button>}
    </div>
  )
}
