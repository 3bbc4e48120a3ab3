import type { Actor, Person } from '#shared/contract/actors.ts'
import type { ChatEvent } from '#shared/contract/events.ts'
import type { StatusId } from '#shared/contract/groups.ts'
import type { ActorId, ChatId, ClientId, GroupId } from '#shared/contract/ids.ts'
import type { Dot } from '#shared/contract/presence.ts'
import { chatStream, internalStream } from '#shared/contract/streams.ts'
import { foldChat } from '#shared/domain/chat/fold-chat.ts'
import { chatRow } from '../../extension/core/chat-row.ts'
import type { AccountRow, ChatRow, EventRow } from '../../extension/core/db.ts'
import type { GroupRow } from '../../extension/core/group-row.ts'
import { isReceived } from '../../extension/core/other-side.ts'
import type { TeamRow } from '../../extension/core/team-row.ts'
import { anAccount, type DeskData } from './desk-data.ts'

export const aColleague = (name: string): Person => ({ id: `agent-${name}` as ActorId, name })

interface Standing {
  readonly status?: string
  readonly dot?: Dot
  readonly activeChats?: number
  readonly groups?: readonly GroupRow[]
}

export const aTeamRow = (person: Person, standing: Standing = {}, account: AccountRow = anAccount()): TeamRow => {
  const { status = 'online', dot = 'green', activeChats = 0, groups = [] } = standing
  const ids = groups.map(({ groupId }) => groupId)
  const member = { ...person, status: status as StatusId, dot, activeChats, capacity: 5, groups: ids }
  return { accountId: account.id, agentId: person.id, member }
}

export const aGroupRow = (name: string, account: AccountRow = anAccount()): GroupRow => ({
  accountId: account.id,
  groupId: `group-${name}` as string as GroupId,
  name,
  isMine: true,
  firstAnswerTarget: null,
  nextAnswerTarget: null,
})

let made = 0

/** A chat with a colleague, told as a story (A14). `asks`: the account's agent began it, else the colleague did. */
export function aChatWith(colleague: Person, asks: 'me' | 'colleague', account: AccountRow = anAccount()) {
  const chatId = `10000000-0000-4000-8000-${String(++made).padStart(12, '0')}` as ChatId
  const accountId = account.id
  const actorOf = (person: Person): Actor => ({ kind: 'agent', ...person })
  const [asker, to] = asks === 'me' ? [account.agent, colleague] : [colleague, account.agent]
  const events: EventRow[] = []
  const inside: EventRow[] = []
  const begin = Date.now() - 5 * 60_000

  const happens = (by: Actor, event: ChatEvent, list = events) => {
    const stream = (list === events ? chatStream : internalStream)(chatId)
    const at = begin + 15_000 * (events.length + 1)
    const clientId = crypto.randomUUID() as ClientId
    list.push({ accountId, chatId, stream, seq: list.length + 1, at, actor: by, clientId, event })
    return story
  }
  const story = {
    accountId,
    chatId,
    says: (by: Person, text: string) => happens(actorOf(by), { type: 'message-sent', text }),
    accepted: () => happens(actorOf(to), { type: 'chat-accepted', agent: to }),
    declined: () => happens(actorOf(to), { type: 'chat-ended', outcome: 'missed', reason: 'declined' }),
    /** It rings at whoever is asked. */
    rings: () => {
      const router: Actor = { kind: 'system', id: 'system' as ActorId, name: 'Deskbell' }
      return happens(
        router,
        { type: 'chat-offered', agents: [to.id], mode: 'colleague', until: null, round: 1 },
        inside,
      )
    },
    row(): ChatRow {
      const chat = foldChat(events, inside)
      if (!chat) throw new Error('A chat begins with a request')
      const row = chatRow(accountId, chat, account.agent.id)
      return { ...row, unread: events.filter((event) => row.list !== 'waiting' && isReceived(row, event)).length }
    },
    events: () => [...events, ...inside],
  }
  const nowhere = { page: { url: '', title: '' }, language: 'und' }
  return happens(actorOf(asker), { type: 'chat-requested', visitor: asker, to, ...nowhere })
}
export type ColleagueStory = ReturnType<typeof aChatWith>

/** A desk with a team, and chats with some of it. */
export const withTeam = (
  desk: DeskData,
  team: readonly TeamRow[],
  chats: readonly ColleagueStory[] = [],
  groups: readonly GroupRow[] = [],
): DeskData & { readonly team: TeamRow[]; readonly groups: GroupRow[] } => ({
  ...desk,
  chats: [...desk.chats, ...chats.map((chat) => chat.row())],
  events: [...desk.events, ...chats.flatMap((chat) => chat.events())],
  team: [...team],
  groups: [...groups],
})
