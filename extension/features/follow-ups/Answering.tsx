import { useState } from 'preact/hooks'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import type { ChatKey } from '../chats/chat-key.ts'
import { MailAnswer } from './MailAnswer.tsx'

interface Props {
  readonly row: ChatKey
  readonly email: string
  readonly describedBy?: string
}

const t = texts.followUps

/** The way to answer a message that was left: a button, then a form, then what became of it. */
export function Answering({ row, email, describedBy }: Props) {
  const [step, setStep] = useState<'closed' | 'writing' | 'sent'>('closed')
  switch (step) {
    case 'closed':
      return (
        <Button {...(describedBy && { 'aria-describedby': describedBy })} onClick={() => setStep('writing')}>
          {t.answer}
        </Button>
      )
    case 'writing':
      return <MailAnswer chat={row} email={email} onSent={() => setStep('sent')} onClose={() => setStep('closed')} />
    case 'sent':
      return (
        <p class="why" role="status">
          {t.sent}
        </p>
      )
  }
}
