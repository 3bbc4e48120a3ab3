import type { Finding } from '#shared/contract/site-check.ts'
import type { PageFacts, SnippetTag } from './page-facts.ts'
import { allowsAddress, type Directive, directiveOf, hasKeyword, type Policy, policiesIn } from './policy.ts'

/** What a page's policies say to the snippet and to the frame that the chat runs in: nothing, or the line to add (G5). */
export function judgePolicies(facts: PageFacts, tag: SnippetTag): Finding[] {
  const policies = facts.policies.flatMap(policiesIn)
  const page = new URL(facts.url)
  const findings = policies.flatMap((policy) => [
    // Whatever it says, it did let the script run.
    ...(facts.button ? [] : judgeScript(policy, tag, page)),
    ...judgeFrame(policy, tag, page),
    ...judgeSandbox(policy),
  ])
  if (policies.length === 0 || findings.length) return findings
  return [{ level: 'good', text: 'The page’s Content-Security-Policy lets the button and the chat work.' }]
}

/** The loader, and what it loads later. A policy may name whole paths. */
const scripts = ['/widget.js', '/widget/assets/panel.js']

function judgeScript(policy: Policy, tag: SnippetTag, page: URL): Finding[] {
  const directive = directiveOf(policy, ['script-src-elem', 'script-src', 'default-src'])
  if (!directive || (tag.nonce && directive.sources.includes(`'nonce-${tag.nonce}'`))) return []
  if (hasKeyword(directive, "'strict-dynamic'")) return [needsNonce(directive, tag)]
  const { origin } = new URL(tag.src)
  if (scripts.every((path) => allowsAddress(directive, new URL(path, origin), page))) return []
  const text = `The page’s Content-Security-Policy does not let the script from ${origin} run. Write this line instead of its ${directive.name}.`
  return [
    { level: 'problem', text: adjusted(text, directive, 'script-src'), code: line(directive, 'script-src', origin) },
  ]
}

const needsNonce = (directive: Directive, { src }: SnippetTag): Finding => ({
  level: 'problem',
  text: `The page’s Content-Security-Policy says 'strict-dynamic' in its ${directive.name}: addresses count for nothing then, and a script of the page itself needs the nonce that your server makes for each answer. Put it into the snippet like this.`,
  code: `<script nonce="…" async src="${src}"`,
})

function judgeFrame(policy: Policy, tag: SnippetTag, page: URL): Finding[] {
  const directive = directiveOf(policy, ['frame-src', 'child-src', 'default-src'])
  const { origin } = new URL(tag.src)
  if (!directive || allowsAddress(directive, new URL('/widget/frame.html', origin), page)) return []
  const text = `The page’s Content-Security-Policy does not let the chat, which is a frame from ${origin}, be shown. Write this line instead of its ${directive.name}.`
  return [
    { level: 'problem', text: adjusted(text, directive, 'frame-src'), code: line(directive, 'frame-src', origin) },
  ]
}

function judgeSandbox(policy: Policy): Finding[] {
  const sandbox = directiveOf(policy, ['sandbox'])
  if (!sandbox || hasKeyword(sandbox, 'allow-scripts')) return []
  return [{ level: 'problem', text: 'The page’s Content-Security-Policy is a sandbox in which no script runs at all.' }]
}

/** What stands for everything else stays as it is: a line of its own comes beside it. */
const adjusted = (text: string, { name }: Directive, wanted: string) =>
  name.startsWith(wanted) ? text : text.replace(`instead of its ${name}`, `beside its ${name}`)

const longestLine = 2_000

/** A directive that allows what this one does, and our address. */
function line({ name, sources }: Directive, wanted: string, origin: string): string {
  const kept = sources.filter((source) => source.toLowerCase() !== "'none'")
  const whole = [name.startsWith(wanted) ? name : wanted, ...kept, origin].join(' ')
  return whole.length <= longestLine ? whole : `${wanted} … ${origin}`
}
