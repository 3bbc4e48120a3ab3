import type { Finding } from '#shared/contract/site-check.ts'
import { judgePage } from '#shared/domain/site-check/judge-page.ts'
import { type FetchedPage, fetchPage, type Reach } from './fetch-page.ts'
import { readHtmlApart } from './read-html-apart.ts'

export interface CheckParts {
  readonly reach: Reach
  /** Whether there is a saved widget of this name. */
  readonly isSaved: (name: string) => Promise<boolean>
}

/**
 * Fetches a page and says what stands between it and a working button (G6). Refuses with `page-not-reached`.
 * @param server origin of the server that the snippet shall come from
 */
export async function checkSite(page: string, server: string, { reach, isSaved }: CheckParts) {
  const fetched = await fetchPage(page, reach)
  const { bytes, type, url } = fetched
  const read = await readHtmlApart({ bytes, type, url, server })
  const names = read.tags.flatMap(({ widget }) => widget ?? [])
  const saved = new Set<string>()
  for (const name of new Set(names)) if (await isSaved(name)) saved.add(name)
  const policies = [...fetched.policies, ...read.policies]
  const facts = { ...read, url, policies, headersRead: true, button: null }
  const findings = judgePage(facts, { server, isSaved: (name) => saved.has(name) })
  return { page: url, findings: [...judgeAnswer(page, fetched), ...findings] }
}

function judgeAnswer(asked: string, { url, status, isCut }: FetchedPage): Finding[] {
  const findings: Finding[] = []
  if (URL.parse(asked)?.origin !== new URL(url).origin)
    findings.push({ level: 'note', text: `The address leads on to ${url}: that page is what this is about.` })
  if (status >= 400)
    findings.push({ level: 'note', text: `The page answers with ${status}: it may be another one than visitors see.` })
  if (isCut)
    findings.push({ level: 'note', text: 'The page is longer than a megabyte. Only that much of it was read.' })
  return findings
}
