import { useEffect, useRef } from 'preact/hooks'
import { typingInterval } from '#shared/contract/signals.ts'
import { command } from '../../core/request.ts'
import type { ChatKey } from '../chats/chat-key.ts'

/**
 * Tells the visitor that the agent is typing: call it with what is written at each keystroke. Says so again every `typingInterval`
 * while the keys go, and at once when the field was emptied, sent or left.
 */
export function useTypingSignal({ accountId, chatId }: ChatKey): (text: string) => void {
  const saidAt = useRef(0)
  // Lost without harm: the next keystroke says it again, and the other side forgets by itself.
  const say = (typing: boolean) => void command('set-typing', { accountId, chatId, typing }).catch(() => {})
  const stop = () => {
    if (saidAt.current === 0) return
    saidAt.current = 0
    say(false)
  }
  useEffect(() => stop, [accountId, chatId])

  return (text) => {
    if (text.trim() === '') return stop()
    if (Date.now() - saidAt.current < typingInterval) return
    saidAt.current = Date.now()
    say(true)
  }
}
