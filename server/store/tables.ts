import type { Generated } from 'kysely'

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
}

export interface ChatAgentTable {
  chat_id: string
  agent_id: string
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
}

export interface VisitorTable {
  id: string
  name: string
  created_at: number
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
