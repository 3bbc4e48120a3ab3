import type { AccountRow } from '../core/db.ts'
import { ConnectionBanners } from '../features/accounts/ConnectionBanners.tsx'
import type { ChatKey } from '../features/chats/chat-key.ts'
import { Notices } from '../features/notices/Notices.tsx'
import { acceptRequest, declineRequest } from '../features/requests/answer-request.ts'
import { IncomingBar } from '../features/requests/IncomingBar.tsx'
import type { WaitingRequest } from '../features/requests/use-waiting.ts'
import { QuietBanner } from '../features/settings/QuietBanner.tsx'
import { FailureBanner } from '../live/FailureBanner.tsx'

interface Props {
  readonly accounts: readonly AccountRow[]
  /** Requests to answer that are not on the screen already, the longest wait first. */
  readonly incoming: readonly WaitingRequest[]
  readonly openChat: ChatKey | null
  readonly onOpen: (chat: ChatKey) => void
  readonly onAccept: (chat: ChatKey) => void
  readonly onMore: () => void
}

/** Above everything: who rings (A1), what happened, and what is wrong with the connections. */
export function DeskTop({ accounts, incoming, openChat, onOpen, onAccept, onMore }: Props) {
  const [first, ...more] = incoming
  return (
    <div class="top">
      {first && (
        <IncomingBar
          request={first}
          more={more.length}
          onAccept={() => {
            onAccept(first.row)
            void acceptRequest(first.row)
          }}
          onDecline={() => declineRequest(first.row)}
          onMore={onMore}
        />
      )}
      <FailureBanner />
      <QuietBanner />
      <ConnectionBanners accounts={accounts} />
      <Notices openChat={openChat} onOpen={onOpen} />
    </div>
  )
}
