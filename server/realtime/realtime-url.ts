/** An engine elsewhere: how the server signs and calls, and where clients connect. */
export interface RealtimeTarget {
  readonly appId: string
  readonly key: string
  readonly secret: string
  readonly host: string
  readonly port: number
  readonly tls: boolean
  /** What a browser is told; the same host unless it is hosted Pusher or the address says otherwise. */
  readonly client: ClientEndpoint
}

export interface ClientEndpoint {
  readonly host: string
  readonly port: number
  readonly tls: boolean
}

const form = 'http://KEY:SECRET@HOST:PORT/apps/ID'

/**
 * Reads DESKBELL_REALTIME_URL: `http(s)://KEY:SECRET@HOST[:PORT]/apps/ID[?client=ws(s)://HOST[:PORT]]`, where `client` names
 * the address that browsers reach when it is another. Throws an Error of one sentence that repeats no part of the address.
 */
export function parseRealtimeUrl(text: string): RealtimeTarget {
  if (!URL.canParse(text)) throw refusal('is not an address')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refusal('must begin with http:// or https://')
  if (url.username === '' || url.password === '') throw refusal('names no key and secret')
  const appId = /^\/apps\/([^/]+)\/?$/.exec(url.pathname)?.[1]
  if (appId === undefined) throw refusal('must end with /apps/ID')
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'client')
  if (unknown !== undefined || url.hash !== '') throw refusal('takes no parameter but "client"')
  const tls = url.protocol === 'https:'
  const port = portOf(url, tls)
  return {
    appId: decode(appId),
    key: decode(url.username),
    secret: decode(url.password),
    host: url.hostname,
    port,
    tls,
    client: parseClient(url.searchParams.get('client')) ?? { host: clientHost(url.hostname), port, tls },
  }
}

function parseClient(text: string | null): ClientEndpoint | undefined {
  if (text === null) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || (url.protocol !== 'ws:' && url.protocol !== 'wss:') || url.pathname !== '/') {
    throw refusal('has a "client" that is not ws://HOST:PORT or wss://HOST:PORT')
  }
  const tls = url.protocol === 'wss:'
  return { host: url.hostname, port: portOf(url, tls), tls }
}

/** Hosted Pusher takes sockets at ws-CLUSTER where it takes requests at api-CLUSTER. */
function clientHost(host: string): string {
  return host.replace(/^api-([a-z0-9]+)\.pusher\.com$/, 'ws-$1.pusher.com')
}

function portOf(url: URL, tls: boolean): number {
  return url.port === '' ? (tls ? 443 : 80) : Number(url.port)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw refusal('has a % that encodes nothing')
  }
}

function refusal(why: string): Error {
  return new Error(`DESKBELL_REALTIME_URL ${why}; it should look like ${form}.`)
}
