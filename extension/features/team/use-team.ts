import { useEffect } from 'preact/hooks'
import { type AccountId, type AccountRow, db } from '../../core/db.ts'
import { partnerOf } from '../../core/other-side.ts'
import { command } from '../../core/request.ts'
import type { TeamRow } from '../../core/team-row.ts'
import { useLive } from '../../live/use-live.ts'
import type { ChatKey } from '../chats/chat-key.ts'
import { myChats } from '../chats/chat-queries.ts'

export interface Colleague {
  readonly row: TeamRow
  readonly account: AccountRow
  /** Names of the groups they are in. */
  readonly groups: readonly string[]
  /** A chat with them that is not over. */
  readonly chat: ChatKey | null
}

/** Everybody in the teams of these accounts but their own agents, by name; undefined while loading, `null` before a server has said. */
export const useTeam = (accounts: readonly AccountRow[]): readonly Colleague[] | null | undefined =>
  useLive(() => readTeam(accounts), [accounts])

/** How often the number of chats is asked for while it is looked at; presence itself is pushed. In ms. */
const askEvery = 10_000

/** Has the background ask anew while the list is on the screen: a push may have been lost, and the numbers of chats are not pushed. */
export function useFreshTeam(accounts: readonly AccountRow[]): void {
  const ids = accounts.map(({ id }) => id)
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') for (const accountId of ids) learn(accountId)
    }
    ask()
    const timer = setInterval(ask, askEvery)
    return () => clearInterval(timer)
  }, [ids.join()])
}

/** What is known is shown meanwhile, or in its place. */
const learn = (accountId: AccountId) => void command('learn-team', { accountId }).catch(() => {})

async function readTeam(accounts: readonly AccountRow[]): Promise<Colleague[] | null> {
  const [rows, groups, mine] = await Promise.all([db.team.toArray(), db.groups.toArray(), myChats()])
  if (!rows.length) return null
  const groupNames = new Map(groups.map((group) => [key(group.accountId, group.groupId), group.name]))
  const chats = new Map(
    mine.filter(({ chat }) => chat.to).map((row) => [key(row.accountId, partnerOf(row).id), row as ChatKey]),
  )
  return accounts
    .flatMap((account) => rows.filter((row) => isColleague(row, account)).map((row) => ({ row, account })))
    .map(({ row, account }) => ({
      row,
      account,
      groups: row.member.groups.flatMap((id) => groupNames.get(key(account.id, id)) ?? []).toSorted(byName),
      chat: chats.get(key(account.id, row.agentId)) ?? null,
    }))
    .toSorted((one, other) => byName(one.row.member.name, other.row.member.name))
}

const isColleague = ({ accountId, agentId }: TeamRow, { id, agent }: AccountRow) =>
  accountId === id && agentId !== agent.id
const key = (accountId: AccountId, id: string) => `${accountId}/${id}`
const byName = new Intl.Collator().compare
