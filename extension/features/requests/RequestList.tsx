import type { AccountRow } from '../../core/db.ts'
import type { ChatKey } from '../chats/chat-key.ts'
import { keyText } from '../chats/chat-key.ts'
import { RequestCard } from './RequestCard.tsx'
import type { WaitingRequest } from './use-waiting.ts'
import './RequestList.css'

interface Props {
  readonly label: string
  readonly requests: readonly WaitingRequest[]
  readonly accounts: readonly AccountRow[]
  readonly onAccept: (chat: ChatKey) => void
  readonly onDecline: (chat: ChatKey) => void
  /** Opens the talk so far; missing where there is no room for it. */
  readonly onRead?: (chat: ChatKey) => void
}

/** The cards of several requests, with the colour of their account when there are several (A5). */
export const RequestList = ({ label, requests, accounts, onAccept, onDecline, onRead }: Props) => (
  <ul class="request-list" aria-label={label}>
    {requests.map((request) => (
      <li key={keyText(request.row)}>
        <RequestCard
          request={request}
          account={accounts.length > 1 ? accounts.find(({ id }) => id === request.row.accountId) : undefined}
          onAccept={() => onAccept(request.row)}
          onDecline={() => onDecline(request.row)}
          {...(onRead && { onRead: () => onRead(request.row) })}
        />
      </li>
    ))}
  </ul>
)
