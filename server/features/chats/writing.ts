import type { Actor } from '#shared/contract/actors.ts'
import type { CommandAnswer } from '#shared/contract/api.ts'
import type { PersonsCommand } from '#shared/contract/commands.ts'
import { type ClientId, everyone } from '#shared/contract/ids.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import { Refused } from '../../domain/refused.ts'
import type { Guard } from '../../log/append.ts'
import type { Database } from '../../store/database.ts'
import { groupIsThere } from '../groups/group-is-there.ts'
import type { Groups, KnownGroup } from '../groups/groups.ts'
import type { ChatQueries } from './queries.ts'

type SendMessage = Extract<PersonsCommand, { type: 'send-message' }>

interface WritingParts {
  readonly db: Database
  readonly queries: ChatQueries
  readonly groups: Groups
  readonly carryOut: (command: SendMessage, actor: Actor, clientId: ClientId, guard?: Guard) => Promise<CommandAnswer>
}

/**
 * Writes in a chat. What a visitor writes after the end reopens it where their group allows that: the group is asked then only,
 * since nearly every message needs one append and nothing else.
 */
export const createWriting =
  ({ db, queries, groups, carryOut }: WritingParts): WritingParts['carryOut'] =>
  (command, actor, clientId) =>
    carryOut(command, actor, clientId).catch(async (error: unknown) => {
      if (!(error instanceof Refused) || error.refusal.code !== 'chat-ended' || actor.kind !== 'visitor') throw error
      const chat = await queries.chat(command.chatId)
      const group = await groups.orEveryone(chat?.group?.id)
      if (!chat || !isIts(group, chat)) throw error
      const { reopenWithin } = group.settings
      return carryOut({ ...command, reopenWithin }, actor, clientId, groupIsThere(db, group.id, error.refusal))
    })

/** A chat whose group is not there any more stays ended: nobody could be rung for it. */
export const isIts = (group: KnownGroup, chat: Chat) => group.id === (chat.group?.id ?? everyone)
