import { browser, chromeOnly } from './browser.ts'
import { createRing, type HowItRings, type Ring } from './ring.ts'

/**
 * Rings, or stops. May be said as often as one likes, and again after the worker's death.
 * Chrome's worker has no sound: there an offscreen page rings for as long as it exists. Firefox's event page rings itself.
 */
export const ring = (wanted: boolean, how: HowItRings): Promise<void> => {
  last = last.then(() => (chromeOnly ? ringOffscreen(wanted) : ringHere(wanted, how))).catch(console.error)
  return last
}
let last: Promise<void> = Promise.resolve()

async function ringOffscreen(wanted: boolean) {
  if (!chromeOnly) return
  const rings = (await chromeOnly.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0
  if (wanted === rings) return
  if (!wanted) return chromeOnly.offscreen.closeDocument()
  await chromeOnly.offscreen.createDocument({
    url: browser.runtime.getURL('offscreen.html'),
    reasons: ['AUDIO_PLAYBACK'],
    justification: 'Rings while a visitor waits for an answer',
  })
}

let here: Ring | null = null

async function ringHere(wanted: boolean, how: HowItRings) {
  if (wanted) {
    here ??= createRing(how)
    here.change(how)
  } else {
    here?.stop()
    here = null
  }
}
