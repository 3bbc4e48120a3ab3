import type { ApiClient } from '#shared/client/api-client.ts'
import type { QueuePlace } from '#shared/contract/answers.ts'
import type { Visit } from '../boot/visit.ts'

type Parts = Pick<Visit, 'now' | 'look' | 'connected' | 'changed'> & Pick<ApiClient, 'getQueuePlace'>

/** ms. Only waiting moves without an event; in a chat that is answered only **End chat** can come (W22). */
const askAgainAfter = { waiting: 20_000, active: 60_000, ended: 60_000 } as const

/** An ended chat changes only by the time in which it can be reopened. */
function nextLook(answer: QueuePlace | null): number | null {
  if (answer?.phase !== 'ended') return askAgainAfter[answer?.phase ?? 'waiting']
  return answer.reopenFor === null ? null : Math.min(askAgainAfter.ended, answer.reopenFor * 1000)
}

/** Asks for the place in the queue at every event, and now and then, while somebody can see it (R13). */
export function watchQueue({ now, look, connected, changed, getQueuePlace }: Parts) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let watched = ''
  let place: QueuePlace | null = null
  let placeOf: string | null = null

  async function ask(chatId: NonNullable<ReturnType<Parts['now']>['id']>, from: string) {
    const answer = await getQueuePlace({ params: { chatId } }).catch(() => null)
    if (watched !== from) return
    if (answer) {
      place = answer
      placeOf = chatId
    }
    const wait = nextLook(answer)
    if (wait !== null) timer = setTimeout(ask, wait, chatId, from)
    changed()
  }

  return {
    place: () => (placeOf === now().id ? place : null),
    follow() {
      const { id, last } = now()
      const seen = look() === 'open' && document.visibilityState === 'visible' && connected()
      const wanted = id && last && seen ? `${id} ${last}` : ''
      if (wanted === watched) return
      watched = wanted
      clearTimeout(timer)
      if (wanted && id) ask(id, wanted)
    },
  }
}
