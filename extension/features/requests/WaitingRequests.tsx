import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ActiveChats } from '../chats/ActiveChats.tsx'
import type { ChatKey } from '../chats/chat-key.ts'
import { subjectOf } from '../filter/chat-filter.ts'
import { FilteredOut, FilterNote } from '../filter/FilterNote.tsx'
import { useFiltering } from '../filter/use-filtering.ts'
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

/** More than anybody reads; the counts say 99+ by then. */
const shown = 100

/** **Waiting** (A11): every request that nobody has taken, whether it rings here or not; below, the chats that others have. */
export const WaitingRequests = (props: Props) => (
  <>
    <Requests {...props} />
    <ActiveChats accounts={props.accounts} onOpen={props.onOpen} />
  </>
)

function Requests({ accounts, waiting, onOpen, onAccept }: Props) {
  const filtering = useFiltering()
  if (!waiting || !filtering) return <Loading label={texts.chats.loading} />
  if (!waiting.length) return <NobodyWaits accounts={accounts} declined={0} quiet={0} />
  const passing = waiting.filter(({ row }) => filtering.passes(subjectOf(row)))
  const hidden = waiting.length - passing.length
  if (!passing.length) return <FilteredOut hidden={hidden} />
  const accept = (chat: ChatKey) => {
    onAccept(chat)
    void acceptRequest(chat)
  }
  return (
    <>
      <RequestList
        label={texts.requests.heading}
        requests={passing.slice(0, shown)}
        accounts={accounts}
        onAccept={accept}
        onDecline={declineRequest}
        onRead={onOpen}
      />
      <FilterNote hidden={hidden} />
    </>
  )
}
