import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { attempt } from '../../live/attempt.ts'
import { Button } from '../../ui/Button.tsx'
import { Answering } from './Answering.tsx'
import type { FollowUpView } from './use-follow-ups.ts'

interface Props {
  readonly view: FollowUpView
  /** Id of the element that names whom it is about. */
  readonly describedBy?: string
}

const t = texts.followUps

/** What can be done about somebody who was not helped: answer by e-mail what they left, and **Done**. */
export function FollowUpActions({ view: { row, isDone }, describedBy }: Props) {
  const { accountId, chatId, followUp } = row
  const described = describedBy && { 'aria-describedby': describedBy }
  return (
    <>
      {followUp.leftMessage && (
        <Answering row={row} email={followUp.leftMessage.email} {...(describedBy && { describedBy })} />
      )}
      {isDone ? (
        <p class="why" role="status">
          {t.marking}
        </p>
      ) : (
        <Button icon="check" {...described} onClick={() => attempt(command('follow-up', { accountId, chatId }))}>
          {t.done}
        </Button>
      )}
    </>
  )
}
