import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { ApiError } from '#shared/client/api-client.ts'
import type { ClientId, GroupId } from '#shared/contract/ids.ts'
import type { PreviewAct, PreviewState } from '#shared/contract/preview-api.ts'
import { openPreview, previewApi } from './preview-session.ts'
import { changed } from './tell-controls.ts'

const firstAnswer =
  'Hello! I am simulated: nobody real reads this. Use the controls beside this page to see what I can do.'
/** ms: long enough to see that somebody is waited for, and that somebody types. */
const pause = 1_500

export type Simulation = ReturnType<typeof useSimulation>

/** The agent of the preview, as the server simulates it, and what was told to it. Answers once by itself, so that a newcomer sees life. */
export function useSimulation(group: GroupId | undefined) {
  const api = useMemo(() => previewApi(), [])
  const state = useSignal<PreviewState | null>(null)
  const problem = useSignal('')
  const hasAnswered = useSignal(false)

  const order = useMemo(() => ({ last: 0, done: Promise.resolve(true), known: state.value }), [])

  /** One after the other, so that what was asked for last holds; `expected` shows at once, until the server has answered. */
  function attempt(act: () => Promise<PreviewState>, expected: Partial<PreviewState> = {}) {
    order.last += 1
    const mine = order.last
    if (state.value) state.value = { ...state.value, ...expected }
    const told = order.done.then(async () => {
      const failure = await act().then(
        (next) => {
          order.known = next
          return ''
        },
        (error: unknown) => wordsFor(error),
      )
      if (mine === order.last) state.value = order.known
      problem.value = failure
      return !failure
    })
    order.done = told
    return told
  }
  const does = (body: PreviewAct) =>
    attempt(() => api.actInPreview({ body }), body.do === 'set' ? { away: body.away, closed: body.closed } : {})
  const send = (text: string) => does({ do: 'send', clientId: crypto.randomUUID() as string as ClientId, text })

  useEffect(() => {
    attempt(() => openPreview(api, group))
    const look = ({ source, origin, data }: MessageEvent) => {
      if (origin !== location.origin || data !== changed || !isFrame(source)) return
      attempt(() => api.getPreview({}))
    }
    addEventListener('message', look)
    return () => removeEventListener('message', look)
  }, [])

  const { chat, away, closed } = state.value ?? {}
  const isAsked = chat?.phase === 'waiting' && !away && !closed
  useEffect(() => {
    if (!isAsked || hasAnswered.value) return
    // A newcomer must not be left with a form that answers nothing; whoever is faster than this answers themself.
    const timer = setTimeout(answer, pause)
    return () => clearTimeout(timer)
  }, [isAsked])

  async function answer() {
    hasAnswered.value = true
    await does({ do: 'type' })
    setTimeout(() => state.value?.chat?.phase === 'active' && send(firstAnswer), pause)
  }

  return { state, problem, does, send }
}

const isFrame = (source: MessageEventSource | null) =>
  Array.from(document.querySelectorAll('iframe')).some(({ contentWindow }) => contentWindow === source)

function wordsFor(error: unknown): string {
  if (error instanceof ApiError && error.refusal) return error.refusal.message
  return 'The server did not answer. Nothing was changed; try again.'
}
