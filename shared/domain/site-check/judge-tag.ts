import type { Finding } from '#shared/contract/site-check.ts'
import { configProblems } from '#shared/widget-config/config-problems.ts'
import type { PageFacts, SnippetTag } from './page-facts.ts'

/** Whether the snippet that counts can work as it stands, but for the page's policies. */
export function judgeTag(facts: PageFacts, tag: SnippetTag, isSaved: (name: string) => boolean): Finding[] {
  return [
    ...judgePlace(tag),
    ...judgeKind(tag),
    ...judgeTransport(new URL(facts.url), new URL(tag.src), facts.policies),
    ...judgeConfiguration(tag, isSaved),
  ]
}

const places = {
  end: { level: 'good', text: 'It stands right before </body>.' },
  head: {
    level: 'note',
    text: 'It stands in the page’s head. It works there; right before </body> it lets the page’s own things load first.',
  },
  body: {
    level: 'note',
    text: 'It stands in the middle of the page. It works there; right before </body> it lets the page’s own things load first.',
  },
} as const satisfies Record<SnippetTag['place'], Finding>

const judgePlace = ({ place }: SnippetTag): Finding[] => [places[place]]

/** https://mimesniff.spec.whatwg.org/#javascript-mime-type, those that are met. */
const JAVASCRIPT = /^((text|application)\/(x-)?(java|ecma)script)?$/i

function judgeKind({ type, waits, integrity }: SnippetTag): Finding[] {
  const findings: Finding[] = []
  if (type === 'module')
    findings.push({ level: 'problem', text: 'It has type="module", with which it does nothing. Take that away.' })
  else if (!JAVASCRIPT.test(type))
    findings.push({
      level: 'problem',
      text: `It has type="${type.slice(0, 60)}", which browsers do not run. A consent tool may change that once the visitor agrees; else take it away.`,
    })
  if (waits) findings.push({ level: 'note', text: 'It has no async: the page waits for it. Write <script async …>.' })
  if (integrity)
    findings.push({
      level: 'problem',
      text: 'It has an integrity attribute: with the server’s next update browsers will refuse it. Take that away.',
    })
  return findings
}

function judgeTransport(page: URL, src: URL, policies: readonly string[]): Finding[] {
  if (isLoopback(src.hostname))
    return isLoopback(page.hostname)
      ? []
      : [{ level: 'problem', text: `${src.origin} is a computer’s address of itself: visitors cannot reach it there.` }]
  const upgrades = policies.some((policy) => /(^|[;,\s])upgrade-insecure-requests($|[;,\s])/i.test(policy))
  if (page.protocol !== 'https:' || src.protocol !== 'http:' || upgrades) return []
  const text = `The page comes over https, and browsers refuse a script that comes over http (mixed content). Give the server an https address and name that.`
  return [{ level: 'problem', text }]
}

const isLoopback = (host: string) =>
  host === 'localhost' || host.endsWith('.localhost') || /^(127\.|\[::1\])/.test(host)

function judgeConfiguration({ config, widget }: SnippetTag, isSaved: (name: string) => boolean): Finding[] {
  if (widget !== null && widget !== 'default') return judgeName(widget, config, isSaved)
  if (config === null) return [{ level: 'good', text: 'It changes nothing of the default settings.' }]
  const problems = configProblems(config).slice(0, 10)
  if (problems.length === 0) return [{ level: 'good', text: 'Its configuration can be read.' }]
  const text = `Of its configuration this cannot be used, and stays at its default: ${problems.join('; ')}. Copy the code from the snippet generator again.`
  return [{ level: 'problem', text }]
}

function judgeName(name: string, config: string | null, isSaved: (name: string) => boolean): Finding[] {
  const shown = name.slice(0, 40)
  const findings: Finding[] = isSaved(name)
    ? [{ level: 'good', text: `It names the saved widget ${shown}.` }]
    : [
        {
          level: 'problem',
          text: `It names a widget ${shown}, which this server does not have (any more): the button has its default settings.`,
        },
      ]
  if (config !== null)
    findings.push({ level: 'note', text: 'Its data-config counts only where the saved widget cannot be had.' })
  return findings
}
