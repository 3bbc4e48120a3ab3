import type { SavedWidget } from '#shared/contract/widgets-api.ts'
import { configProblems } from '#shared/widget-config/config-problems.ts'
import { differences } from '#shared/widget-config/differences.ts'
import { readFrameConfig } from '#shared/widget-config/frame-config.ts'
import { refused } from '../../domain/refused.ts'

const shownProblems = 10

/**
 * What a configuration changes of the defaults. A page's own snippet falls back where something is wrong with it; what is
 * kept for many pages is refused instead, with `invalid-request` and every reason.
 */
export function readStrictly(given: SavedWidget['config']): SavedWidget['config'] {
  const issues = configProblems(given).slice(0, shownProblems)
  if (issues.length)
    throw refused('invalid-request', `The configuration cannot be saved as it is: ${issues[0]}.`, { issues })
  return differences(readFrameConfig(given).config)
}
