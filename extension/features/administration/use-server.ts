import { useEffect, useRef, useState } from 'preact/hooks'
import { type AdminAnswer, type AdminInput, type AdminOperation, administer } from '../../core/administration.ts'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import type { Lists } from './lists.ts'

export type Ask = <O extends AdminOperation>(operation: O, input: AdminInput<O>) => Promise<AdminAnswer<O>>

export interface Server {
  /** Undefined until the server has answered once. */
  readonly lists: Lists | undefined
  /** Why the lists may be out of date, or are not there. */
  readonly problem: string | undefined
  readonly ask: Ask
  readonly reload: () => Promise<void>
}

/**
 * An account's server, for its administrator: asked again when the account is back, when the page is looked at again, and when
 * something else is looked at.
 * @param looksAt what the administrator looks at
 */
export function useServer({ id, state }: AccountRow, looksAt: string): Server {
  const [lists, setLists] = useState<Lists>()
  const [problem, setProblem] = useState<string>()
  const turn = useRef(0)
  const ask: Ask = (operation, input) => administer(id, operation, input, texts.surfaces.failed)

  const reload = async () => {
    turn.current += 1
    const mine = turn.current
    const [agents, groups, statuses] = await Promise.all([
      ask('listAgents', {}),
      ask('listGroups', {}),
      ask('listStatuses', {}),
    ])
    // A later question has a newer answer.
    if (mine !== turn.current) return
    const refused = [agents, groups, statuses].find(({ ok }) => !ok)
    setProblem(refused && !refused.ok ? refused.refusal.message : undefined)
    if (agents.ok && groups.ok && statuses.ok) setLists({ ...agents.value, ...groups.value, ...statuses.value })
  }

  const isOnline = state === 'online'
  useEffect(() => {
    void reload()
    const look = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [id, isOnline, looksAt])

  return { lists, problem, ask, reload }
}
