import type { IncomingMessage } from 'node:http'
import { type BuiltFile, builtFiles, type Encoding } from './built-file.ts'
import { mountsOf, type Place, placeOf } from './mounts.ts'
import { headersFor, type Sources } from './page-headers.ts'

/**
 * Serves the built pages, widget and extension files.
 * @param dist the folder that the builds write to
 * @param sourcesAt for the pages' content security policy, given a request's host
 */
export function serveFiles(dist: string, sourcesAt: (host: string) => Sources) {
  const mounts = mountsOf(dist)
  const fileAt = builtFiles()

  return async (incoming: IncomingMessage): Promise<Response> => {
    const pathname = (incoming.url ?? '/').split(/[?#]/)[0] ?? '/'
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
      return sentence(405, 'This address takes GET only.', { allow: 'GET, HEAD' })
    const place = placeOf(mounts, pathname)
    const file = place && (await fileAt(place.path))
    if (place && file) return send(incoming, place, file, sourcesAt(incoming.headers.host ?? ''))
    // A folder without its slash: relative links in its page would lead elsewhere.
    const folder = placeOf(mounts, `${pathname}/`)
    if (folder && (await fileAt(folder.path)))
      return new Response(null, { status: 301, headers: { location: `${pathname}/` } })
    return (await isBuilt(pathname)) ? sentence(404, 'There is nothing at this address.') : sentence(503, notBuilt)
  }

  /** Whether the part that an address belongs to was built at all: its own index is there. */
  async function isBuilt(pathname: string): Promise<boolean> {
    const entry = entries.find(([prefix]) => pathname.startsWith(prefix))
    const place = entry && placeOf(mounts, entry[1])
    return !place || (await fileAt(place.path)) !== null
  }
}

const entries = [
  ['/widget', '/widget.js'],
  ['/snippet-generator', '/snippet-generator/'],
  ['/demo', '/demo/'],
  ['/downloads', '/'],
  ['/', '/'],
] as const

const notBuilt = 'This part of Deskbell has not been built yet. Run `npm run build` in its folder, then reload.'

function send(incoming: IncomingMessage, { mount, path }: Place, file: BuiltFile, sources: Sources): Response {
  const encoding = (['br', 'gzip'] as const).find((name) => file.encoded[name] && accepts(incoming, name))
  const etag = `"${file.etag}${encoding ? `-${encoding}` : ''}"`
  const headers = {
    ...headersFor(mount, path, sources),
    etag,
    ...(file.encoded.br && { vary: 'accept-encoding' }),
  }
  if (isKnown(incoming, file)) return new Response(null, { status: 304, headers })
  const body = (encoding && file.encoded[encoding]) ?? file.plain
  return new Response(new Uint8Array(body.buffer as ArrayBuffer, body.byteOffset, body.length), {
    headers: { ...headers, 'content-type': file.type, ...(encoding && { 'content-encoding': encoding }) },
  })
}

/** A client that already has the same content, in whatever encoding. */
const isKnown = (incoming: IncomingMessage, file: BuiltFile) =>
  (incoming.headers['if-none-match'] ?? '').split(',').some((tag) => tag.includes(`"${file.etag}`))

/** https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
const accepts = (incoming: IncomingMessage, encoding: Encoding) =>
  String(incoming.headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .some((item) => {
      const [name, quality] = item.split(';').map((part) => part.trim())
      return name === encoding && quality !== 'q=0'
    })

const sentence = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...headers },
  })
