import { signal } from '@preact/signals'
import { type ApiClient, clientFor } from '#shared/client/api-client.ts'
import type { Api } from '#shared/contract/api.ts'
import type { ResponseOf } from '#shared/contract/route.ts'
import { widgetsPaths } from '#shared/contract/widgets-paths.ts'
import { whyNot } from '../why-not.ts'

export type CheckMySite = ReturnType<typeof createCheckMySite>
type Outcome = ResponseOf<Api['checkSite']>

/** Asks the server about a page, and keeps what it said while the owner goes through the tabs (G6). */
export function createCheckMySite(send: typeof fetch, server: string) {
  const address = signal('')
  const outcome = signal<Outcome | null>(null)
  const problem = signal('')
  const busy = signal(false)
  const api: Pick<ApiClient, 'checkSite'> = clientFor(widgetsPaths, '', send, () => null)
  return {
    address,
    outcome,
    problem,
    busy,
    async check() {
      if (busy.value) return
      busy.value = true
      outcome.value = null
      problem.value = ''
      try {
        outcome.value = await api.checkSite({ body: { page: withScheme(address.value), server } })
      } catch (error) {
        problem.value = whyNot(error)
      } finally {
        busy.value = false
      }
    },
  }
}

/** As people write addresses: `shop.example/lamps`. */
const withScheme = (text: string) => (/^\s*[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text.trim()}`)
