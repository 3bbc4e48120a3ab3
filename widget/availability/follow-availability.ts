import { beginningPaths } from '#shared/contract/beginning-paths.ts'
import type { GroupId } from '#shared/contract/ids.ts'
import { realtimeEvents } from '#shared/contract/realtime-events.ts'
import type { Signal } from '#shared/contract/signals.ts'
import { groupForPage, readMore } from '#shared/widget-config/more-config.ts'
import { isVisible } from '../boot/is-visible.ts'
import { openSocket } from '../boot/socket.ts'
import type { Visit } from '../boot/visit.ts'

/** ms. Only where the server could not be reached: when it can, it tells. */
const askAgainAfter = 15_000
/** ms. By then the channel has told what is so now: it does twice a second. */
const settled = 1_000

type Parts = Pick<Visit, 'config' | 'page' | 'sessions' | 'say' | 'now' | 'look' | 'onChange'>

/**
 * Where the owner hides the button while nobody can answer (W5, W7): tells the page when it is to be seen. It always is
 * while a chat is under way or the panel stands open. While the page can be seen a socket listens to the group's public
 * channel, which needs no session: no cookie, no storage.
 */
export function followAvailability(visit: Parts) {
  const { getAvailability } = visit.sessions.client(beginningPaths)
  const { config } = readMore(settingsIn(visit.config))
  let available = true
  let told: boolean | undefined
  let followed: string | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  let hangUp = () => {}

  function tell() {
    const seen = available || visit.now().underWay || visit.look() !== ''
    if (seen === told) return
    told = seen
    visit.say('available', seen)
  }

  const ask = (group: string) => getAvailability({ query: group ? { group: group as GroupId } : {} })

  async function begin(group: string) {
    try {
      const { groupId, realtime, ...answer } = await ask(group)
      if (followed !== group) return
      available = answer.available
      hangUp = openSocket({
        realtime,
        channel: `availability-${groupId}`,
        authorize: async () => ({}),
        onRefused() {},
        onState() {},
        // What changed before it stood, or while it was lost.
        onSubscribed: () => askSoon(group),
        onEvent(name, data) {
          const signal = data as Signal
          if (name !== realtimeEvents.signal || signal.type !== 'availability') return
          available = signal.available
          tell()
        },
      })
    } catch {
      // As it was last known; at first, to be seen.
      if (followed === group) again = setTimeout(begin, askAgainAfter, group)
    }
    tell()
  }

  function askSoon(group: string) {
    clearTimeout(again)
    again = setTimeout(refresh, settled, group)
  }

  async function refresh(group: string) {
    const answer = await ask(group).catch(() => null)
    if (!answer || followed !== group || answer.available === available) return
    available = answer.available
    tell()
    // The channel may not tell of its end: it only tells what differs from what it told.
    askSoon(group)
  }

  function follow() {
    const group = isVisible() ? groupForPage(config, visit.page.url) : null
    if (group === followed) return
    followed = group
    clearTimeout(again)
    hangUp()
    hangUp = () => {}
    if (group !== null) begin(group)
  }

  visit.onChange(() => {
    if (told !== undefined) tell()
    follow()
  })
  follow()
}

function settingsIn(given: unknown): object {
  try {
    return Object(typeof given === 'string' ? JSON.parse(given || '{}') : given)
  } catch {
    return {}
  }
}
