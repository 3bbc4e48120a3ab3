import { basename } from 'node:path'
import type { Mount } from './mounts.ts'

/** What pages of ours may load from. */
export interface Sources {
  /** Our own origin. */
  readonly own: readonly string[]
  /** What they may connect to besides: the realtime engine's origin, when it is elsewhere. */
  readonly connect: readonly string[]
}

/** What a browser is told about a file besides its type: who may show it, what it may load, how long it may be kept. */
export function headersFor(mount: Mount, path: string, sources: Sources): Record<string, string> {
  const isPage = path.endsWith('.html')
  return {
    'x-content-type-options': 'nosniff',
    'cache-control': cacheOf(mount, path),
    ...byKind[mount.kind],
    ...(mount.kind === 'download' && { 'content-disposition': `attachment; filename="${basename(path)}"` }),
    ...(isPage && (mount.kind === 'widget' ? framePage(sources) : ownPage(sources))),
  }
}

const byKind: Record<Mount['kind'], Record<string, string>> = {
  // Loaded by pages of other sites, also by those that isolate themselves (COEP) or ask for CORS.
  widget: { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' },
  page: { 'cross-origin-resource-policy': 'same-origin' },
  download: { 'cross-origin-resource-policy': 'same-origin' },
}

/** The chat, in a frame on any site. Its own agent cluster keeps it off the host page's main thread. */
const framePage = ({ own, connect }: Sources) => ({
  'origin-agent-cluster': '?1',
  // Sites that isolate themselves embed nothing else.
  'cross-origin-embedder-policy': 'require-corp',
  // Not in the document, which every returning visitor loads.
  'x-robots-tag': 'noindex',
  'referrer-policy': 'no-referrer',
  // Without frame-ancestors: even `*` leaves out sandboxed pages, which have no origin.
  // By its name, too: in a sandboxed page WebKit takes nothing for 'self'.
  'content-security-policy': policy({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...own],
    'style-src': ["'self'", ...own],
    'img-src': ["'self'", ...own, 'data:', 'blob:'],
    'font-src': ["'self'", ...own],
    'media-src': ["'self'", ...own],
    'connect-src': ["'self'", ...own, ...connect],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  }),
})

const ownPage = ({ connect }: Sources) => ({
  'referrer-policy': 'same-origin',
  'content-security-policy': policy({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'media-src': ["'self'"],
    'frame-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
  }),
})

const policy = (directives: Record<string, readonly string[]>) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')

/** Five minutes old at most for the loader that sites include by name; for ever where the name changes with the content. */
function cacheOf(mount: Mount, path: string): string {
  if (isHashed(basename(path))) return 'public, max-age=31536000, immutable'
  return mount.prefix === '/widget.js' ? 'public, max-age=300, stale-while-revalidate=86400' : 'no-cache'
}

/** `name-AbCd1234.js`, as Vite writes it. A word of eight letters is no hash. */
const isHashed = (name: string) => /[-.](?=[\w-]*[A-Z0-9])[\w-]{8}\.\w+$/.test(name)
