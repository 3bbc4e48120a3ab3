import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Loading } from '../../ui/Loading.tsx'
import type { ChatKey } from '../chats/chat-key.ts'
import { acceptRequest, declineRequest } from './answer-request.ts'
import { NobodyWaits } from './NobodyWaits.tsx'
import { RequestList } from './RequestList.tsx'
import type { WaitingRequest } from './use-waiting.ts'

interface Props {
  readonly accounts: readonly AccountRow[]
  readonly waiting: readonly WaitingRequest[] | undefined
  /** Reads along. */
  readonly onOpen: (chat: ChatKey) => void
  /** Accepted: it is one of my chats from now on. */
  readonly onAccept: (chat: ChatKey) => void
}

/** **Waiting** (A11): every request that nobody has taken, whether it rings here or not. */
export function WaitingRequests({ accounts, waiting, onOpen, onAccept }: Props) {
  if (!waiting) return <Loading label={texts.chats.loading} />
  if (!waiting.length) return <NobodyWaits accounts={accounts} declined={0} quiet={0} />
  const accept = (chat: ChatKey) => {
    onAccept(chat)
    void acceptRequest(chat)
  }
  return (
    <RequestList
      label={texts.requests.heading}
      requests={waiting}
      accounts={accounts}
      onAccept={accept}
      onDecline={declineRequest}
      onRead={onOpen}
    />
  )
}
