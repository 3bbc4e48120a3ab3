import { beginningPaths } from '#shared/contract/beginning-paths.ts'
import type { Group } from '#shared/contract/groups.ts'
import type { MoreConfig } from '#shared/widget-config/more-config.ts'
import type { Visit } from '../boot/visit.ts'

/**
 * Asks once for the groups that visitors may choose from, where the owner lets them: those that the widget names when they are
 * two or more, else all (W12). Gives what says them.
 */
export function fetchOfferedGroups({ sessions, changed }: Visit, { group, rules, groupChoice }: MoreConfig) {
  let groups: readonly Group[] = []
  if (groupChoice === 'ask') {
    const named = [...new Set([group, ...rules.map((rule) => rule.group)])].filter(Boolean)
    sessions
      .client(beginningPaths)
      .listOfferedGroups({ query: named.length > 1 ? { ids: named.join() } : {} })
      .then(
        (answer) => {
          groups = answer.groups
          changed()
        },
        () => {}, // No connection: then the page decides, as it does for whoever chooses none.
      )
  }
  return () => groups
}
