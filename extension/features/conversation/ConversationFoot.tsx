import type { Chat } from '#shared/domain/chat/chat.ts'
import type { ChatRow } from '../../core/db.ts'
import { isRunning } from '../../core/my-offer.ts'
import { partnerName } from '../../i18n/partner-name.ts'
import { texts } from '../../i18n/texts.ts'
import { clock } from '../../live/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { FollowUpFoot } from '../follow-ups/FollowUpFoot.tsx'
import { acceptRequest, declineRequest } from '../requests/answer-request.ts'
import { whyQuiet } from '../requests/why-quiet.ts'
import { ClosingNote } from './ClosingNote.tsx'
import { Composer } from './Composer.tsx'
import { JoinFoot } from './JoinFoot.tsx'
import type { ConversationView } from './use-conversation.ts'

const t = texts.conversation
const goes = ['endChat', 'leaveChat', 'moveChat'] as const

interface Props {
  readonly view: ConversationView
  readonly onAccepted: () => void
}

/** What can be said in this chat: a composer in one of mine, the two answers to a request, or why neither. */
export function ConversationFoot({ view, onAccepted }: Props) {
  const { row, underWay, followUp } = view
  if (followUp && row.list !== 'waiting' && row.list !== 'mine') return <FollowUpFoot view={followUp} />
  switch (row.list) {
    case 'mine':
      if (view.start?.refusal) return <Words>{texts.visitors.notBegun}</Words>
      return (
        <>
          {view.start && <Words>{texts.visitors.beginning}</Words>}
          {!view.start && row.chat.phase === 'waiting' && <Words>{texts.team.waitsFor(partnerName(row))}</Words>}
          {underWay.has('endChat') && <Words>{t.ending}</Words>}
          {underWay.has('leaveChat') && <Words>{t.leaving}</Words>}
          {underWay.has('moveChat') && <Words>{texts.moving.underWay}</Words>}
          <Composer
            chat={row}
            visitor={partnerName(row)}
            disabled={goes.some((operation) => underWay.has(operation))}
          />
        </>
      )
    case 'waiting':
      return underWay.has('acceptChat') ? (
        <Words>{texts.requests.accepting}</Words>
      ) : (
        <Answers view={view} onAccepted={onAccepted} />
      )
    case 'observed':
      return <JoinFoot view={view} words={texts.joining.observing} />
    case 'gone':
      return row.chat.phase === 'active' && !row.chat.to ? (
        <JoinFoot view={view} words={whyGone(row.chat)} />
      ) : (
        <Words>{whyGone(row.chat)}</Words>
      )
    case 'ended':
      return (
        <div class="foot">
          <p class="words" role="status">
            {t.ended}
          </p>
          <ClosingNote view={view} />
        </div>
      )
  }
}

const Words = ({ children }: { readonly children: string }) => (
  <div class="foot">
    <p class="words" role="status">
      {children}
    </p>
  </div>
)

const Answers = ({ view: { row }, onAccepted }: Props) => (
  <div class="foot">
    <p class="words">{isOffered(row) ? (row.chat.to ? texts.team : texts.requests).preview : whyQuiet(row)}</p>
    <Button
      look="primary"
      onClick={() => {
        onAccepted()
        void acceptRequest(row)
      }}
    >
      {texts.requests.accept}
    </Button>
    {isOffered(row) && <Button onClick={() => declineRequest(row)}>{texts.requests.decline}</Button>}
  </div>
)

function whyGone(chat: Chat): string {
  const agent = chat.agents.at(-1)
  return chat.phase === 'active' && agent ? t.takenBy(agent.name) : t.ended
}

const isOffered = ({ offer }: ChatRow) => isRunning(offer, offer?.answerBy ? clock.value : 0)
