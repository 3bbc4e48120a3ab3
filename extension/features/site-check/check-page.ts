import type { Finding } from '#shared/contract/site-check.ts'
import { isLoader } from '#shared/domain/site-check/find-loader.ts'
import { judgePage } from '#shared/domain/site-check/judge-page.ts'
import type { PageFacts } from '#shared/domain/site-check/page-facts.ts'
import { texts } from '../../i18n/texts.ts'
import type { Saved, SavedState } from './saved-state.ts'

/**
 * What there is to say of the page that the agent looks at (G6).
 * @param servers origins of those the agent is signed in to, at least one: the page's own among them is what it is judged by
 */
export async function checkPage(facts: PageFacts, servers: readonly string[], saved: Saved): Promise<Finding[]> {
  const server = servers.find((one) => facts.tags.some(({ src }) => new URL(src).origin === one)) ?? servers[0] ?? ''
  const tags = facts.tags.filter((tag) => isLoader(tag, server))
  const states = new Map<string, SavedState>()
  for (const { widget } of tags)
    if (widget && widget !== 'default' && !states.has(widget)) states.set(widget, await saved(server, widget))
  const isSaved = (name: string) => states.get(name) !== 'missing'
  const findings = judgePage({ ...facts, tags }, { server, isSaved })
  return [...states.values()].includes('unknown')
    ? [{ level: 'problem', text: texts.siteCheck.serverAway(server) }, ...findings]
    : findings
}
