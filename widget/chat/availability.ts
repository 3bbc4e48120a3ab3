import { beginningPaths } from '#shared/contract/beginning-paths.ts'
import type { GroupId } from '#shared/contract/ids.ts'
import type { Availability } from '#shared/contract/presence.ts'
import type { Visit } from '../boot/visit.ts'

/** ms */
const askAgainAfter = 15_000

/** Asks whether anybody could answer, for as long as a chat can be begun on the screen (W5, W7). */
export function watchAvailability({ sessions, changed }: Pick<Visit, 'sessions' | 'changed'>) {
  const { getAvailability } = sessions.client(beginningPaths)
  let watched: string | null = null
  let asked: string | null = null
  let known: Availability | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(group: string) {
    const answer = await getAvailability({ query: group ? { group: group as GroupId } : {} }).catch(() => null)
    if (watched !== group) return
    known = answer ?? known
    timer = setTimeout(ask, askAgainAfter, group)
    changed()
  }

  return {
    /** As the server said last; nothing before it did. */
    known: () => known,
    /** @param group empty: Everyone; nothing: it need not be known now */
    follow(group: string | null) {
      if (group === watched) return
      watched = group
      clearTimeout(timer)
      if (group === null) return
      // Another group may be there while this one is not.
      if (group !== asked) known = null
      asked = group
      ask(group)
    },
  }
}
