import type { AccountRow } from '../core/db.ts'
import { ChatItem } from '../features/chats/ChatItem.tsx'
import { type ChatKey, keyText } from '../features/chats/chat-key.ts'
import { myChats } from '../features/chats/chat-queries.ts'
import { declineRequest } from '../features/requests/answer-request.ts'
import { NobodyWaits } from '../features/requests/NobodyWaits.tsx'
import { RequestList } from '../features/requests/RequestList.tsx'
import { isUnanswered, type WaitingRequest } from '../features/requests/use-waiting.ts'
import { texts } from '../i18n/texts.ts'
import { useLive } from '../live/use-live.ts'
import { Count } from '../ui/Count.tsx'
import { List } from '../ui/List.tsx'

interface Props {
  readonly accounts: readonly AccountRow[]
  readonly waiting: readonly WaitingRequest[]
  readonly onAccept: (chat: ChatKey) => void
  readonly onOpen: (chat: ChatKey) => void
}

/** Requests that want an answer from here, then my chats with something unread. */
export function NeedsMe({ accounts, waiting, onAccept, onOpen }: Props) {
  const unread = useLive(async () => (await myChats()).filter((row) => row.unread > 0))
  if (!unread) return null
  const requests = waiting.filter((request) => request.answering !== null || isUnanswered(request))
  const quiet = waiting.filter((request) => !requests.includes(request))
  if (!requests.length && !unread.length) {
    return (
      <NobodyWaits accounts={accounts} quiet={quiet.length} declined={quiet.filter(({ row }) => row.declined).length} />
    )
  }
  return (
    <>
      {requests.length > 0 && (
        <>
          <h2>
            {texts.requests.heading} <Count value={requests.length} loud />
          </h2>
          <RequestList
            label={texts.requests.heading}
            requests={requests}
            accounts={accounts}
            onAccept={onAccept}
            onDecline={declineRequest}
          />
        </>
      )}
      {unread.length > 0 && (
        <>
          <h2>
            {texts.chats.unreadHeading} <Count value={unread.length} loud />
          </h2>
          <List
            label={texts.chats.unreadHeading}
            items={unread}
            keyOf={keyText}
            row={(row, tabIndex) => (
              <ChatItem
                row={row}
                account={accounts.length > 1 ? accounts.find(({ id }) => id === row.accountId) : undefined}
                current={false}
                tabIndex={tabIndex}
                onOpen={() => onOpen(row)}
              />
            )}
          />
        </>
      )}
    </>
  )
}
