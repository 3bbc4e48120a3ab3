import type { IncomingMessage } from 'node:http'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { refused } from '../../domain/refused.ts'
import { usualPorts } from './reach-public.ts'
import { readStart } from './read-start.ts'

export interface Reach {
  /** All addresses of a name; throws when it has none. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  /** Whether this server may connect to an address. */
  readonly mayConnect: (address: string, port: number) => boolean
  /** How long everything together may take, ms. */
  readonly patience: number
}

export interface FetchedPage {
  /** Its address, after all redirects. */
  readonly url: string
  readonly status: number
  readonly type: string
  /** Its Content-Security-Policy headers. */
  readonly policies: readonly string[]
  /** The first megabyte of it. */
  readonly bytes: Buffer
  readonly isCut: boolean
}

const mostRedirects = 3
const mostBytes = 1024 * 1024

/**
 * Fetches a page of the public internet, as a stranger who wants nothing but to read it: no cookie, no credentials.
 * Each address on the way is looked up once, checked, and connected to itself, so that a name which means something else a
 * moment later leads nowhere. Refuses with `page-not-reached` and the reason.
 */
export async function fetchPage(address: string, reach: Reach): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(reach.patience)
  const late = notReached(`The page did not answer within ${reach.patience / 1000} seconds.`)
  let url = withoutCredentials(new URL(address))
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const response = await ask(url, reach, signal)
      const next = redirectOf(response, url)
      if (!next) return await pageOf(url, response)
      response.destroy()
      url = withoutCredentials(next)
    }
  } catch (error) {
    throw signal.aborted ? late : error
  }
  throw notReached(`The page leads on to another one more than ${mostRedirects} times.`)
}

function withoutCredentials(url: URL): URL {
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

async function ask(url: URL, { resolve, mayConnect }: Reach, signal: AbortSignal): Promise<IncomingMessage> {
  if (!/^https?:$/.test(url.protocol)) throw notReached(`It leads to ${url.protocol}, which is no web page.`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const addresses = isIP(host) ? [host] : await untilAborted(resolve(host), signal).catch(() => [])
  const [address] = addresses
  if (!address) throw notReached(`There is no address for ${url.hostname}. Is it spelled right?`)
  // All of them: one that is inside among others that are not is how a name leads inside.
  if (!addresses.every((one) => mayConnect(one, port))) throw notPublic(url)
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((found, failed) => {
    const asked = request({
      host: address,
      port,
      path: url.pathname + url.search,
      ...(isIP(host) === 0 && { servername: host }),
      headers: { ...headers, host: url.host },
      agent: false,
      signal,
    })
    asked.on('response', found)
    asked.on('error', (error: NodeJS.ErrnoException) => failed(notReached(reasonOf(error, url))))
    asked.end()
  })
}

const untilAborted = <T>(promise: Promise<T>, signal: AbortSignal) =>
  Promise.race([
    promise,
    new Promise<never>((_, failed) => signal.addEventListener('abort', () => failed(signal.reason), { once: true })),
  ])

const headers = {
  accept: 'text/html,application/xhtml+xml',
  'accept-encoding': 'gzip, br',
  'user-agent': 'Deskbell (site check)',
}

/** @throws Refused when it leads to what is no address */
function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return null
  const next = URL.parse(location, from.href)
  if (!next) throw notReached('It leads on to something that is no address.')
  return next
}

async function pageOf(url: URL, response: IncomingMessage): Promise<FetchedPage> {
  const type = response.headers['content-type'] ?? ''
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    response.destroy()
    throw notReached(
      `At this address is no web page but ${type.split(';')[0]?.slice(0, 60) || 'something without a type'}.`,
    )
  }
  const { bytes, isCut } = await readStart(response, mostBytes).catch(() => {
    throw notReached('The page broke off, or could not be unpacked.')
  })
  return {
    url: url.href,
    status: response.statusCode ?? 0,
    type,
    policies: response.headersDistinct['content-security-policy'] ?? [],
    bytes,
    isCut,
  }
}

const notReached = (message: string) => refused('page-not-reached', message)

const notPublic = ({ host }: URL) =>
  notReached(
    `${host} is not an address of the public internet, or not at a usual port (${usualPorts.join(', ')}), and this server looks at no others. Open the page, and choose Check this page in the Deskbell extension.`,
  )

function reasonOf({ code = '' }: NodeJS.ErrnoException, { host }: URL): string {
  if (/CERT|SSL|TLS|ALTNAME|SIGNED|ISSUER/.test(code)) return `The certificate of ${host} is not valid (${code}).`
  if (code === 'ECONNREFUSED') return `Nothing answers at ${host}.`
  return `${host} could not be reached${code && ` (${code})`}.`
}
