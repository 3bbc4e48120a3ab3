import Pusher, { type Response } from 'pusher'
import * as v from 'valibot'
import { parseJson } from './engine/client-frame.ts'
import { RealtimeRefusal } from './realtime-refusal.ts'

const refusalShape = v.union([
  v.object({ error: v.pipe(v.string(), v.nonEmpty()) }),
  v.object({ code: v.pipe(v.number(), v.minValue(400)) }),
  v.object({ ok: v.literal(false) }),
])

/**
 * The JSON that an engine answers. Refuses by its status and by its body: soketi answers 200 to what it refused (measured).
 * The library's own error carries the signed address, so none of it is passed on but the status and the engine's sentence.
 */
export async function readRemoteAnswer(ask: () => Promise<Response>): Promise<unknown> {
  const { status, text } = await exchange(ask)
  const body = parseJson(text)
  const refusal = v.safeParse(refusalShape, body)
  if (status >= 300 || refusal.success) throw refused(status, body)
  return body
}

async function exchange(ask: () => Promise<Response>): Promise<{ status: number; text: string }> {
  try {
    const response = await ask()
    return { status: response.status, text: await response.text() }
  } catch (reason) {
    if (reason instanceof Pusher.RequestError && reason.status !== undefined) {
      return { status: reason.status, text: reason.body ?? '' }
    }
    throw new RealtimeRefusal(
      'unreachable',
      'The realtime engine did not answer; it may or may not have sent the event.',
    )
  }
}

function refused(status: number, body: unknown): RealtimeRefusal {
  const read = v.safeParse(v.object({ error: v.string() }), body)
  const sentence = read.success ? read.output.error.slice(0, 200) : 'it gave no reason'
  return new RealtimeRefusal(
    status === 413 ? 'too-large' : 'refused',
    `The realtime engine refused the request (status ${status}: ${sentence}). Check DESKBELL_REALTIME_URL and both clocks.`,
  )
}
