import type { ListedChat } from '#shared/contract/answers.ts'
import type { StatusId } from '#shared/contract/groups.ts'
import type { ActorId, ChatId, ClientId, GroupId } from '#shared/contract/ids.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import type { AdminOperation, AdminRequest, AdminResult } from './administration.ts'
import type { AccountId } from './db.ts'

interface InChat {
  readonly accountId: AccountId
  readonly chatId: ChatId
}
interface Nothing {
  readonly [key: string]: never
}

/**
 * Everything a surface can ask of the background. Answers say that it was taken on, not that it happened: what happened is in the
 * database. Only signing in, choosing a status, administration, joining and answering by e-mail wait for the server and can be refused; what waits in the
 * outbox and is refused becomes a notice.
 */
export interface Commands {
  /** Signs in. The address may lack its scheme (https is taken, http for this computer). A known server and name is signed in again. */
  'add-account': {
    payload: { readonly serverUrl: string; readonly username: string; readonly password: string }
    reply: { readonly accountId: AccountId }
  }
  /** Ends the session; what was loaded, drafts and the outbox stay. */
  'sign-out': { payload: { readonly accountId: AccountId }; reply: Nothing }
  /** Ends the session and deletes all that this browser holds of it. */
  'remove-account': { payload: { readonly accountId: AccountId }; reply: Nothing }
  /** The agent's own status (A38). Refused where the server cannot be reached: a status that waits would be no truth. */
  'set-status': { payload: { readonly accountId: AccountId; readonly status: StatusId }; reply: Nothing }
  /** Asks the server anew which statuses there are. */
  'learn-statuses': { payload: { readonly accountId: AccountId }; reply: Nothing }
  /** Administration of the account's server (D1): waits for its answer, and is refused where it cannot be reached. */
  administer: {
    payload: { readonly accountId: AccountId; readonly request: AdminRequest }
    reply: { readonly result: AdminResult<AdminOperation> }
  }
  'accept-chat': { payload: InChat; reply: Nothing }
  'decline-chat': { payload: InChat; reply: Nothing }
  /** With a closing note for the team, perhaps (A24). */
  'end-chat': { payload: InChat & { readonly note?: string }; reply: Nothing }
  /** When nobody else is in it, it waits again. */
  'leave-chat': { payload: InChat; reply: Nothing }
  /** Into a chat that colleagues are in (L4). Refused where the server cannot be reached, as the two below. */
  'join-chat': { payload: InChat; reply: Nothing }
  /** To read along, unseen by the visitor (L6). */
  'observe-chat': { payload: InChat; reply: Nothing }
  'stop-observing': { payload: InChat; reply: Nothing }
  /** Chats that somebody is in (A11). Refused where the server cannot be reached. */
  'list-active': { payload: { readonly accountId: AccountId }; reply: { readonly chats: readonly ListedChat[] } }
  /** To another group, where it rings like a new one; of an active chat the agent is out then (R8). */
  'move-chat': { payload: InChat & { readonly groupId: GroupId }; reply: Nothing }
  /** Of an ended chat; only whoever ended it may (H6). Empty takes it away. */
  'set-closing-note': { payload: InChat & { readonly text: string }; reply: Nothing }
  /** **Done** with somebody who was not helped, or wanted to be called (R12, A26). */
  'follow-up': { payload: InChat; reply: Nothing }
  /** Answers a message that was left. The same client id at every try: it goes out once. */
  'answer-by-mail': { payload: InChat & { readonly clientId: ClientId; readonly text: string }; reply: Nothing }
  /** Fetches a chat that this browser may not have. Refused where the server cannot be reached. */
  'fetch-chat': { payload: InChat; reply: Nothing }
  /** Asks the server anew who is still to be seen to. */
  'learn-follow-ups': { payload: { readonly accountId: AccountId }; reply: Nothing }
  /** Asks the server anew who is in the team, and how they are. */
  'learn-team': { payload: { readonly accountId: AccountId }; reply: Nothing }
  /** Asks the server anew where a visitor is, and what is known of them. To be repeated while somebody looks. */
  'learn-visit': { payload: { readonly accountId: AccountId; readonly visitorId: ActorId }; reply: Nothing }
  /** How many visitors are on a page, whatever its query (A42). Refused where the server cannot be reached. */
  'count-on-page': {
    payload: { readonly accountId: AccountId; readonly page: string }
    reply: { readonly visitors: number }
  }
  /** A visible surface shows that many visitors; 0 when it does not any more. To be repeated: see `visitor-watch.ts`. */
  'watch-visitors': { payload: { readonly surfaceId: string; readonly limit: number }; reply: Nothing }
  /** Puts the text into the outbox and clears the draft. Surfaces write that themselves: see `write-message.ts`. */
  'send-message': { payload: InChat & { readonly text: string }; reply: { readonly clientId: ClientId } }
  'retry-message': { payload: { readonly clientId: ClientId }; reply: Nothing }
  'discard-message': { payload: { readonly clientId: ClientId }; reply: Nothing }
  /** While typing, every `typingInterval`; false when the draft was emptied or sent. */
  'set-typing': { payload: InChat & { readonly typing: boolean }; reply: Nothing }
  /** A visible surface shows the public stream up to this number. */
  'mark-read': { payload: InChat & { readonly seq: number }; reply: Nothing }
  /** Stops the ring of one request, or of all that ring now. Later ones ring again (A22). */
  silence: { payload: Partial<InChat>; reply: Nothing }
  /** Opens the pop-out window, or brings it to the front; at this chat, when given (A19). */
  'open-window': { payload: Partial<InChat>; reply: Nothing }
  /** Something was put into the outbox, or the network is back. */
  kick: { payload: Nothing; reply: Nothing }
}

export type CommandName = keyof Commands
export type Payload<C extends CommandName> = Commands[C]['payload']
export type Reply<C extends CommandName> = Commands[C]['reply']
export type Answer<C extends CommandName> =
  | { readonly ok: true; readonly value: Reply<C> }
  | { readonly ok: false; readonly refusal: Refusal }

/** As it travels from a surface to the background. */
export type CommandMessage = { [C in CommandName]: { readonly type: C; readonly payload: Payload<C> } }[CommandName]
