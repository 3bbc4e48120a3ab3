import * as v from 'valibot'
import { optionalText, seconds, text } from './fields.ts'
import { ActorId, GroupId } from './ids.ts'
import { limits } from './limits.ts'
import { OfficeHours } from './office-hours.ts'
import { settingBounds } from './setting-bounds.ts'

/** A group as chats carry it: the name it had then. */
export const Group = v.object({ id: GroupId, name: v.pipe(v.string(), v.maxLength(limits.name)) })
export type Group = v.InferOutput<typeof Group>

export const VisitorMayEnd = v.picklist(['default', 'always', 'never'])
export type VisitorMayEnd = v.InferOutput<typeof VisitorMayEnd>

/** How a group's chats are routed and end. Times in seconds. */
export const GroupSettings = v.object({
  /** One agent after the other (R1), or all at once (R3). */
  offer: v.picklist(['one-by-one', 'ring-all']),
  order: v.picklist(['least-busy', 'round-robin', 'last-agent']),
  /** How long one agent is rung before the next is. */
  answerWithin: seconds(...settingBounds.answerWithin),
  /** What happens when all were tried (R2). */
  exhausted: v.picklist(['ring-all', 'leave-message', 'callback']),
  /** Nobody took it within this time: the visitor is offered another way (W23). */
  giveUpAfter: seconds(...settingBounds.giveUpAfter),
  /** Nothing: always open. */
  hours: v.nullable(OfficeHours),
  firstAnswerTarget: v.nullable(seconds(...settingBounds.firstAnswerTarget)),
  nextAnswerTarget: v.nullable(seconds(...settingBounds.nextAnswerTarget)),
  /** Without activity on both sides for this long a chat ends (L1); both are warned a minute before. Nothing: never. */
  endAfter: v.nullable(seconds(...settingBounds.endAfter)),
  /** Whether visitors may end their own chats (W22). */
  visitorMayEnd: VisitorMayEnd,
  /** A visitor who writes this soon after the end reopens the chat (W21); else, and with nothing, that is a new chat. */
  reopenWithin: v.optional(v.nullable(seconds(...settingBounds.reopenWithin)), null),
  /** Whether visitors are in a chat that an agent begins at once, or asked first (W14). */
  proactive: v.optional(v.picklist(['joined', 'asked']), 'joined'),
})
export type GroupSettings = v.InferOutput<typeof GroupSettings>

/** What "Everyone" begins with: every agent rings, as without groups. */
export const defaultGroupSettings: GroupSettings = {
  offer: 'ring-all',
  order: 'least-busy',
  answerWithin: 30,
  exhausted: 'ring-all',
  giveUpAfter: 300,
  hours: null,
  firstAnswerTarget: null,
  nextAnswerTarget: null,
  endAfter: 600,
  visitorMayEnd: 'default',
  reopenWithin: null,
  proactive: 'joined',
}

/** A group as its agents and administrators see it. */
export const GroupDetails = v.object({
  ...Group.entries,
  settings: GroupSettings,
  members: v.array(ActorId),
  /** Rises with each change. */
  version: v.number(),
})
export type GroupDetails = v.InferOutput<typeof GroupDetails>

export const SavedGroup = v.object({
  name: text(limits.name),
  settings: GroupSettings,
  members: v.pipe(v.array(ActorId), v.maxLength(limits.membersOfGroup)),
  /**
   * The version that this changes; 0 when there is none yet. Another one is refused as `changed-meanwhile`; without it, whatever
   * is there is replaced.
   */
  replaces: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))),
})
export type SavedGroup = v.InferOutput<typeof SavedGroup>

/** `online`, `away`, `busy`, `offline`, or the UUID of a custom one. */
export const StatusId = v.pipe(v.string(), v.regex(/^[!-~]{1,36}$/, 'must be an id'), v.brand('StatusId'))
export type StatusId = v.InferOutput<typeof StatusId>

/** What an agent can say about themselves (P2). */
export const Status = v.object({
  id: StatusId,
  name: v.pipe(v.string(), v.maxLength(limits.name)),
  /** Whether chats are offered meanwhile (R11). */
  takesChats: v.boolean(),
  builtIn: v.boolean(),
})
export type Status = v.InferOutput<typeof Status>

export const SavedStatus = v.object({ name: text(limits.name), takesChats: v.boolean() })

/** How many chats at once an agent is offered (R4). */
export const Capacity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))

/** Asked for by visitors (W17, W18). */
export const CallbackRequest = v.object({
  phone: text(limits.phone),
  /** Where a number without + is dialled, such as DE. */
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a country such as DE'))),
  note: v.optional(optionalText(limits.description), ''),
  preferredTimes: v.optional(optionalText(limits.preferredTimes), ''),
})

/** As it is kept: the number in E.164, such as +493012345678. */
export const Callback = v.object({ phone: v.string(), note: v.string(), preferredTimes: v.string() })
export type Callback = v.InferOutput<typeof Callback>

export const EmailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(limits.email),
  v.email('must be an e-mail address'),
)
