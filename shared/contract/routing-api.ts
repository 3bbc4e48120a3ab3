import * as v from 'valibot'
import { AgentAccount, CommandAnswer, FollowUp, QueuePlace, Realtime } from './answers.ts'
import { Page } from './events.ts'
import { byClient, inChat, Language, messageText, optionalText, text } from './fields.ts'
import {
  CallbackRequest,
  Capacity,
  EmailAddress,
  Group,
  GroupDetails,
  SavedGroup,
  SavedStatus,
  Status,
  StatusId,
} from './groups.ts'
import { ActorId, ClientId, GroupId } from './ids.ts'
import { limits } from './limits.ts'
import { AgentPresence, Availability, TeamMember } from './presence.ts'
import { route } from './route.ts'
import { GivenFields } from './visitor-fields.ts'

/** What a chat begins with. */
export const Beginning = {
  page: Page,
  language: Language,
  /** The group asked for (W8, W12). One that there is no more counts as none. */
  group: v.optional(GroupId),
  description: v.optional(text(limits.description)),
  /** What the visitor answered to the owner's questions (W9). */
  fields: v.optional(GivenFields),
}

/** Without a chat yet: begins it, so that one request does all of a channel of its own (W17). */
const begin = v.optional(v.object(Beginning))
const inGroup = v.object({ groupId: GroupId })
const ofStatus = v.object({ statusId: StatusId })

/** Groups, presence, and how chats wait and end. */
export const routingApi = {
  renewPresence: route({
    summary: 'I am here: to be repeated every `renewEvery`, and at once when idleness changes (P2, R11)',
    access: 'agent',
    body: v.object({ idle: v.boolean() }),
    response: AgentPresence,
  }),
  setStatus: route({
    summary: 'Choose my status; it stays until I choose another',
    access: 'agent',
    body: v.object({ status: StatusId }),
    response: AgentPresence,
  }),
  listTeam: route({
    summary: 'All agents with their presence, by name',
    access: 'agent',
    response: v.object({ team: v.array(TeamMember) }),
  }),
  listStatuses: route({
    summary: 'The statuses that agents can choose',
    access: 'agent',
    response: v.object({ statuses: v.array(Status) }),
  }),
  saveStatus: route({
    summary: 'Add or change a custom status; its id is made by the client',
    access: 'administrator',
    params: v.object({ statusId: v.pipe(StatusId, v.uuid('must be a UUID')) }),
    body: SavedStatus,
    response: v.object({ status: Status }),
  }),
  removeStatus: route({
    summary: 'Remove a custom status; agents who have it fall back to Online or Away, by what it said',
    access: 'administrator',
    params: ofStatus,
    response: v.object({ fallback: StatusId, agents: v.number() }),
  }),
  listGroups: route({
    summary: 'All groups, by name',
    access: 'agent',
    response: v.object({ groups: v.array(GroupDetails) }),
  }),
  saveGroup: route({
    summary: 'Add or change a group; its id is made by the client',
    access: 'administrator',
    params: inGroup,
    body: SavedGroup,
    response: v.object({ group: GroupDetails }),
  }),
  removeGroup: route({
    summary: 'Remove a group; its chats go to Everyone, which cannot be removed',
    access: 'administrator',
    params: inGroup,
    response: v.object({ movedChats: v.number() }),
  }),
  updateAgent: route({
    summary: 'Change an agent’s name, how many chats at once they are offered, and whether they may observe (L6)',
    access: 'administrator',
    params: v.object({ agentId: ActorId }),
    body: v.object({ name: text(limits.name), capacity: Capacity, mayObserve: v.optional(v.boolean()) }),
    response: v.object({ agent: AgentAccount }),
  }),
  getAvailability: route({
    summary: 'Whether a group can be reached now, and where changes of that are told; without one, Everyone (W5, W7)',
    access: 'anyone',
    query: v.object({ group: v.optional(GroupId) }),
    response: v.object({ ...Availability.entries, realtime: Realtime }),
  }),
  listOfferedGroups: route({
    summary: 'Groups that visitors may ask for, by name; never who is in them (W12)',
    access: 'anyone',
    query: v.object({
      /** UUIDs with commas between them; without it all but Everyone. */
      ids: v.optional(
        v.pipe(
          v.string(),
          v.maxLength(37 * limits.groups),
          v.regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/i, 'must be UUIDs with commas between them'),
          v.transform((ids) => ids.split(',') as GroupId[]),
        ),
      ),
    }),
    response: v.object({ groups: v.array(Group) }),
  }),
  getQueuePlace: route({
    summary: 'Place in the queue, estimated wait, and what the visitor may do instead (R13)',
    access: 'visitor',
    params: inChat,
    response: QueuePlace,
  }),
  leaveChat: route({
    summary: 'Leave a chat; when no agent is left in it, it waits again',
    access: 'agent',
    params: inChat,
    body: byClient,
    response: CommandAnswer,
  }),
  moveChat: route({
    summary: 'Move a chat that is not over to another group, where it is placed like a new one (R8)',
    access: 'agent',
    params: inChat,
    body: v.object({ clientId: ClientId, groupId: GroupId }),
    response: CommandAnswer,
  }),
  setClosingNote: route({
    summary: 'Say how a chat ended; only whoever ended it may, also later (A24, H6)',
    access: 'agent',
    params: inChat,
    body: v.object({ clientId: ClientId, text: optionalText(limits.note) }),
    response: CommandAnswer,
  }),
  requestCallback: route({
    summary: 'Ask to be called instead of waiting; ends the chat (W17, W18)',
    access: 'visitor',
    params: inChat,
    body: v.object({ clientId: ClientId, ...CallbackRequest.entries, begin }),
    response: CommandAnswer,
  }),
  leaveMessage: route({
    summary: 'Leave a message instead of waiting; the answer comes by e-mail; ends the chat (W5, W23)',
    access: 'visitor',
    params: inChat,
    body: v.object({ clientId: ClientId, email: EmailAddress, text: messageText, begin }),
    response: CommandAnswer,
  }),
  answerByMail: route({
    summary: 'Answer a message that was left, by e-mail',
    access: 'agent',
    params: inChat,
    body: v.object({ clientId: ClientId, text: messageText }),
    response: CommandAnswer,
  }),
  followUp: route({
    summary: 'Done: takes a chat off the list of abandoned ones, or of callbacks (R12, A26)',
    access: 'agent',
    params: inChat,
    body: byClient,
    response: CommandAnswer,
  }),
  listFollowUps: route({
    summary: 'Requests that nobody took, or callbacks, until somebody is done with them; oldest first',
    access: 'agent',
    query: v.object({ list: v.picklist(['abandoned', 'callbacks']) }),
    response: v.object({ followUps: v.array(FollowUp) }),
  }),
}
