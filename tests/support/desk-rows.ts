import type {
  AccountRow,
  ChatRow,
  DraftRow,
  EventRow,
  FollowUpRow,
  NoticeRow,
  OutboxRow,
  ReceiptRow,
  TypingRow,
  VisitorListRow,
  VisitorRow,
  VisitRow,
} from '../../extension/core/db.ts'

/** Rows of the extension's database, as a test or a picture begins with. */
export interface DeskData {
  readonly accounts: AccountRow[]
  readonly chats: ChatRow[]
  readonly events: EventRow[]
  readonly receipts: ReceiptRow[]
  readonly outbox: OutboxRow[]
  readonly drafts: DraftRow[]
  readonly typing: TypingRow[]
  readonly notices: NoticeRow[]
  readonly followUps: FollowUpRow[]
  readonly visitors: VisitorRow[]
  readonly visitorLists: VisitorListRow[]
  readonly visits: VisitRow[]
}

export const noData = (): DeskData => ({
  accounts: [],
  chats: [],
  events: [],
  receipts: [],
  outbox: [],
  drafts: [],
  typing: [],
  notices: [],
  followUps: [],
  visitors: [],
  visitorLists: [],
  visits: [],
})
