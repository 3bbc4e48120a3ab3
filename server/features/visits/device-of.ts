import Bowser from 'bowser'
import type { Device } from '#shared/contract/visits.ts'

/** No browser says more of itself, and nobody else has to be read to the end. */
const longest = 500

/** What a browser's User-Agent says: names without versions, empty when it does not say. */
export function deviceOf(userAgent: string): Device {
  if (!userAgent) return { browser: '', os: '', kind: 'other' }
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, longest))
  return { browser: browser.name ?? '', os: os.name ?? '', kind: kindOf(platform.type) }
}

const kindOf = (type: string | undefined): Device['kind'] =>
  type === 'desktop' || type === 'mobile' || type === 'tablet' ? type : 'other'
