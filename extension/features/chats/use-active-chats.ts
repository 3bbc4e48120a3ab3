import { useEffect, useState } from 'preact/hooks'
import type { ListedChat } from '#shared/contract/answers.ts'
import type { AccountRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'

export interface ActiveChat {
  readonly account: AccountRow
  readonly chat: ListedChat
}

const askEvery = 5_000

/**
 * Active chats that this browser's agents are not in (A11), the latest activity first: asked for while somebody looks, and never
 * otherwise. An account that cannot be reached keeps none: what it said is not true any more.
 */
export function useActiveChats(accounts: readonly AccountRow[], isLookedAt: boolean): readonly ActiveChat[] {
  const [chats, setChats] = useState<readonly ActiveChat[]>([])
  const who = accounts.map(({ id, state }) => `${id} ${state}`).join()
  useEffect(() => {
    if (!isLookedAt) return
    let isOver = false
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      const found = (await Promise.all(accounts.map(chatsOfOthers))).flat()
      if (!isOver) setChats(found.toSorted((one, other) => other.chat.lastActivityAt - one.chat.lastActivityAt))
    }
    void ask()
    const timer = setInterval(ask, askEvery)
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOver = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [who, isLookedAt])
  return chats
}

async function chatsOfOthers(account: AccountRow): Promise<ActiveChat[]> {
  const answer = await command('list-active', { accountId: account.id }).catch(() => null)
  if (!answer?.ok) return []
  const me = account.agent.id
  return answer.value.chats
    .filter(({ visitor, agents }) => visitor.id !== me && !agents.some(({ id }) => id === me))
    .map((chat) => ({ account, chat }))
}
