import type { Finding } from '#shared/contract/site-check.ts'
import { judgePolicies } from './judge-policies.ts'
import { judgeTag } from './judge-tag.ts'
import type { Mention, PageFacts, SnippetTag } from './page-facts.ts'

export interface Known {
  /** Origin of the server that the snippet shall come from. */
  readonly server: string
  /** Whether that server has a saved widget of this name. */
  readonly isSaved: (name: string) => boolean
}

/** Says in words whether a page has the snippet, once and in its place, and what blocks it (G6). */
export function judgePage(facts: PageFacts, { server, isSaved }: Known): Finding[] {
  const ours = facts.tags.filter(({ src }) => new URL(src).origin === server)
  const tag = ours[0] ?? facts.tags[0]
  return [
    ...judgeButton(facts, tag),
    ...(tag
      ? [...judgeCount(facts.tags, ours, server), ...judgeTag(facts, tag, isSaved)]
      : judgeAbsence(facts, server)),
    ...(tag ? judgePolicies(facts, tag) : []),
    ...judgeWhatIsUnknown(facts, tag),
  ]
}

function judgeButton({ button }: PageFacts, tag: SnippetTag | undefined): Finding[] {
  if (button) return [{ level: 'good', text: 'The contact button is on the page.' }]
  if (button === null || !tag) return []
  const text =
    'The snippet is on the page, but its button is not. Where nothing below says why, look into the browser’s console: an extension that blocks scripts may, or the server could not be reached.'
  return [{ level: 'problem', text }]
}

function judgeCount(tags: readonly SnippetTag[], ours: readonly SnippetTag[], server: string): Finding[] {
  const [first] = ours
  if (!first) {
    const text = `The snippet comes from ${originOf(tags[0])}, not from this server: chats arrive there. If that is not meant, put this in its place.`
    return [{ level: 'problem', text, code: snippetOf(server) }]
  }
  const others = tags.length - ours.length
  const elsewhere: Finding[] = others
    ? [
        {
          level: 'problem',
          text: `Another snippet comes from ${originOf(tags.find((tag) => !ours.includes(tag)))}. Only the first that loads counts: take one away.`,
        },
      ]
    : []
  if (ours.length === 1) return [{ level: 'good', text: 'The snippet is there, once.' }, ...elsewhere]
  const same = ours.every(({ config, widget }) => config === first.config && widget === first.widget)
  const text = `The snippet is there ${ours.length} times${same ? '' : ', with different settings'}. Only the first that loads counts: take the others away.`
  return [{ level: 'problem', text }, ...elsewhere]
}

const inPlaces: Record<Mention, Finding> = {
  comment: {
    level: 'problem',
    text: 'The snippet stands in a comment, <!-- … -->, where browsers pass over it. Take it out of the comment.',
  },
  noscript: {
    level: 'problem',
    text: 'The snippet stands in <noscript>, which is for browsers that run no scripts. Take it out of there.',
  },
  template: {
    level: 'problem',
    text: 'The snippet stands in a <template>, which browsers do not run. Take it out of there.',
  },
  script: { level: 'note', text: 'A script of the page names /widget.js: perhaps it puts the button in.' },
}

function judgeAbsence({ mentions, button }: PageFacts, server: string): Finding[] {
  // Put in by other means, such as a package of ours in the site's own code.
  if (button) return []
  const findings = mentions.map((mention) => inPlaces[mention])
  if (findings.some(({ level }) => level === 'problem')) return findings
  const text = 'The snippet is not in this page. Paste it right before </body>.'
  return [{ level: 'problem', text, code: snippetOf(server) }, ...findings]
}

function judgeWhatIsUnknown(facts: PageFacts, tag: SnippetTag | undefined): Finding[] {
  const findings: Finding[] = []
  if (facts.button === null && !tag) {
    const tools = facts.tagManagers.length ? ` such as ${facts.tagManagers.join(', ')}, which this page has,` : ''
    const text = `The page’s scripts were not run: what a tag manager${tools} or an application puts into the page later cannot be seen from here. Open the page, and choose Check this page in the Deskbell extension.`
    findings.push({ level: 'note', text })
  }
  if (!facts.headersRead)
    findings.push({
      level: 'note',
      text: 'What the page’s headers say could not be read: a policy in them may still block something.',
    })
  return findings
}

const originOf = (tag: SnippetTag | undefined) => (tag ? new URL(tag.src).origin : '')
const snippetOf = (server: string) => `<script async src="${server}/widget.js" data-widget="default"></script>`
