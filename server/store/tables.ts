import type { Generated } from 'kysely'
import type { OfferMode } from '#shared/contract/events.ts'
import type { Dot } from '#shared/contract/presence.ts'
import type { VisitState } from '#shared/contract/visits.ts'

/** Rows as both databases hold them: text ids, times in ms since 1970 as integers, JSON as text. */
export interface Tables {
  stream: StreamTable
  event: EventTable
  command: CommandTable
  reaction_due: ReactionDueTable
  chat: ChatTable
  chat_agent: ChatAgentTable
  receipt: ReceiptTable
  agent: AgentTable
  visitor: VisitorTable
  session: SessionTable
  setting: SettingTable
  timer: TimerTable
  agent_group: GroupTable
  group_member: GroupMemberTable
  status: StatusTable
  presence: PresenceTable
  presence_device: PresenceDeviceTable
  offer: OfferTable
  tried: TriedTable
  observer: ObserverTable
  online_visitor: OnlineVisitorTable
  preview: PreviewTable
  visit: VisitTable
  widget: WidgetTable
}

/** One row a stream. Its row is the lock of an append (S3). */
export interface StreamTable {
  id: string
  last_seq: number
  /** The folded state, of a chat's public stream only. */
  state: string | null
}

export interface EventTable {
  stream: string
  seq: number
  at: number
  actor_kind: string
  actor_id: string
  actor_name: string
  client_id: string | null
  body: string
}

/** The commands carried out, with the events that answered each: a repeat gets them again, for ever (S2). */
export interface CommandTable {
  stream: string
  actor_id: string
  client_id: string
  answer: string
}

/** Appended events that a reaction has not finished with yet (S11). */
export interface ReactionDueTable {
  reaction: string
  stream: string
  from_seq: number
  to_seq: number
  due_at: number
}

/** What lists ask of chats, kept in the append's own transaction. */
export interface ChatTable {
  id: string
  phase: 'waiting' | 'active' | 'ended'
  visitor_id: string
  outcome: string | null
  requested_at: number
  last_activity_at: number
  /** Nothing for a chat between colleagues: whatever asks by group passes over it. */
  group_id: string | null
  waiting_since: number
  /** When an agent first took it. */
  accepted_at: number | null
  /** The list on which it stays until somebody says Done. */
  follow_up: 'abandoned' | 'callbacks' | null
  /** The colleague who is asked, in a chat between two. */
  asked_agent: string | null
  /** 1 while its visitor is asked into it and is not in it yet. */
  invited: Generated<number>
  /** When its words were erased (W31). */
  erased_at: Generated<number | null>
}

export interface ChatAgentTable {
  chat_id: string
  agent_id: string
  /** 1 while the agent is in it, it is not over, and it counts for how many they take: one with a colleague does not. */
  active: number
}

/** Who reads along in a chat that is active. */
export interface ObserverTable {
  agent_id: string
  chat_id: string
}

export interface ReceiptTable {
  chat_id: string
  actor_id: string
  kind: string
  delivered: number
  read: number
}

export interface AgentTable {
  id: string
  username: string
  name: string
  password_hash: string
  role: 'administrator' | 'agent'
  created_at: number
  /** Chats at once that are offered. */
  capacity: Generated<number>
  /** 1 when they may observe; administrators may whatever it says. */
  may_observe: Generated<number>
}

export interface VisitorTable {
  id: string
  name: string
  created_at: number
  /** What the site calls them, where it has identified them (W11). */
  external_id: Generated<string | null>
  /** Identity as JSON. */
  identity: Generated<string | null>
  /** What they answered last, KnownField[] as JSON (W9). */
  fields: Generated<string | null>
}

export interface SessionTable {
  token_hash: string
  kind: 'agent' | 'visitor'
  actor_id: string
  created_at: number
  expires_at: number
  seen_at: number
}

export interface SettingTable {
  key: string
  value: string
}

export interface TimerTable {
  kind: string
  key: string
  due_at: number
  data: Generated<string>
}

export interface GroupTable {
  id: string
  name: string
  /** GroupSettings as JSON. */
  settings: string
  /** Rises with each change of the group or its members. */
  version: Generated<number>
}

export interface GroupMemberTable {
  group_id: string
  agent_id: string
}

/** Custom statuses; those that every server has are in the code. */
export interface StatusTable {
  id: string
  name: string
  takes_chats: number
}

/** One row an agent. Its row is the lock of what is offered to them. */
export interface PresenceTable {
  agent_id: string
  status: Generated<string>
  takes_chats: Generated<number>
  /** Until when some extension of theirs counts as connected, and until when as one that somebody is at. */
  lease_until: Generated<number>
  active_until: Generated<number>
  last_offer_at: Generated<number>
  /** Since when chats that wait have to be looked through for one to offer to them. */
  seek_at: Generated<number | null>
  /** As colleagues were last told. */
  dot: Generated<Dot>
}

/** One row a signed-in extension. */
export interface PresenceDeviceTable {
  session: string
  agent_id: string
  idle: number
  lease_until: number
}

/** The live offers, kept in the append's own transaction. */
export interface OfferTable {
  chat_id: string
  agent_id: string
  mode: OfferMode
  offered_at: number
}

/** Agents who are not rung (again) for a chat that waits. */
export interface TriedTable {
  chat_id: string
  agent_id: string
}

/** One row a visitor on the sites, for the list of them. Its row is the lock of what their tabs say. */
export interface OnlineVisitorTable {
  visitor_id: string
  /** `gone` for a moment, in which somebody who comes back is still on the same visit. */
  state: VisitState
  arrived_at: number
  /** Pages, place and device as JSON. */
  start_page: string
  page: string
  page_since: number
  referrer: string
  language: string
  place: string | null
  device: string
  /** 1 when they were known before they arrived. */
  returned: number
  /** Until when some tab of theirs counts as open. */
  lease_until: number
  /** When time alone changes this row. */
  look_at: number
}

/** One row a preview (G4): a group of its own, whose one agent is simulated. Its visitor is `previewVisitor(id)`. */
export interface PreviewTable {
  id: string
  name: string
  /** GroupSettings as JSON, of the group whose rules hold in it. */
  settings: string
  away: Generated<number>
  closed: Generated<number>
}

/** One row an open tab. */
export interface VisitTable {
  visitor_id: string
  id: string
  state: 'active' | 'away'
  page: string
  page_since: number
  shown_at: number
  lease_until: number
}

/** Configurations of the contact button that pages name (G2). */
export interface WidgetTable {
  name: string
  /** What differs from the defaults, as JSON. */
  config: string
  version: number
  changed_at: number
  changed_by: string
}
