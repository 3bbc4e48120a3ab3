/** A Content-Security-Policy, as far as it decides about a script and a frame. https://www.w3.org/TR/CSP3/ */
export type Policy = ReadonlyMap<string, readonly string[]>

export interface Directive {
  readonly name: string
  readonly sources: readonly string[]
}

/** Of one header's or `<meta>`'s text, which may hold several. Of two equal directives the first counts. */
export const policiesIn = (text: string): Policy[] =>
  text
    .split(',')
    .map((policy) => {
      const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/))
      return new Map(directives.reverse().map(([name = '', ...sources]) => [name.toLowerCase(), sources] as const))
    })
    .filter((policy) => policy.size > 1 || !policy.has(''))

/** The first of these that a policy has; nothing when none of them stands in the way. */
export function directiveOf(policy: Policy, names: readonly string[]): Directive | null {
  const name = names.find((one) => policy.has(one))
  return name === undefined ? null : { name, sources: policy.get(name) ?? [] }
}

export const hasKeyword = ({ sources }: Directive, keyword: string) =>
  sources.some((source) => source.toLowerCase() === keyword)

/** Whether an address may be loaded, by the sources that name addresses. @param page the one that has the policy */
export const allowsAddress = ({ sources }: Directive, url: URL, page: URL): boolean =>
  sources.some((source) => matches(source, url, page))

function matches(source: string, url: URL, page: URL): boolean {
  if (source === '*') return /^https?:$/.test(url.protocol)
  if (source.toLowerCase() === "'self'") return isSelf(url, page)
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return isScheme(source.toLowerCase(), url.protocol)
  const [, scheme, host = '', port, path] = HOST_SOURCE.exec(source) ?? []
  return (
    host !== '' &&
    isScheme(scheme ? `${scheme.toLowerCase()}:` : page.protocol, url.protocol) &&
    isHost(host.toLowerCase(), url.hostname) &&
    isPort(port, url) &&
    isPath(path, url.pathname)
  )
}

const HOST_SOURCE = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[\w.-]+|\[[\da-f:.]+\])(?::(\d+|\*))?(\/[^?#]*)?$/i

const isSelf = (url: URL, page: URL) =>
  url.origin === page.origin || (url.hostname === page.hostname && isUpgrade(page, url))
const isUpgrade = (from: URL, to: URL) =>
  from.protocol === 'http:' && to.protocol === 'https:' && from.port === '' && to.port === ''

/** What is allowed over http is over https, too. */
const isScheme = (allowed: string, scheme: string) => allowed === scheme || (allowed === 'http:' && scheme === 'https:')

function isHost(allowed: string, host: string): boolean {
  if (allowed === '*') return true
  return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed
}

function isPort(allowed: string | undefined, { port, protocol }: URL): boolean {
  if (allowed === '*') return true
  const its = port || (protocol === 'https:' ? '443' : '80')
  if (allowed === undefined) return port === ''
  return allowed === its || (allowed === '80' && its === '443')
}

/** A path that ends in a slash stands for all that is under it. */
const isPath = (allowed: string | undefined, path: string) =>
  !allowed || (allowed.endsWith('/') ? path.startsWith(allowed) : path === allowed)
