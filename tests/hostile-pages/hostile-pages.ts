import { randomBytes } from 'node:crypto'
import { readmePolicy } from './readme-policy.ts'
import type { Rendered } from './serve-program.ts'

/** Somebody else's page that makes life hard for what it embeds. Its document is `pages/NAME.html`. */
export interface HostilePage {
  /** What is hostile about it; goes on with "a page …". */
  readonly what: string
  /** Whose document it has; its own without this. */
  readonly document?: string
  readonly type?: string
  /** React has rendered it on its server, and hydrates it. */
  readonly react?: Rendered
  readonly headers?: (server: string) => Readonly<Record<string, string>>
  /** Its snippet's tag carries this. */
  readonly nonce?: string
  readonly config?: object
  /** It says when it has done its worst, by `data-settled` on the root element. */
  readonly settles?: true
  /** The shop is in a frame of the page. */
  readonly inFrame?: true
  /** What the browser says of such pages, whatever is embedded in them. */
  readonly remarks?: RegExp
  /** The browser gives it neither storage nor cookies: no chat can go on after the next page is loaded. */
  readonly forgets?: true
}

const nonce = randomBytes(12).toString('base64url')
const trustedTypes = "require-trusted-types-for 'script'; trusted-types 'none'"
const withPolicy = (policy: (server: string) => string) => (server: string) => ({
  'content-security-policy': policy(server),
})

export const policies = {
  'policy-lines': {
    what: 'with the strictest policy and the README’s two lines, Trusted Types required and none allowed',
    document: 'plain',
    headers: withPolicy((server) => `default-src 'none'; ${readmePolicy(server)}; ${trustedTypes}`),
  },
  'policy-nonce': {
    what: 'whose policy knows scripts by a nonce',
    document: 'plain',
    nonce,
    headers: withPolicy(
      (server) => `default-src 'none'; script-src 'nonce-${nonce}'; frame-src ${server}; ${trustedTypes}`,
    ),
  },
  'policy-strict-dynamic': {
    what: 'whose policy is strict-dynamic',
    document: 'plain',
    nonce,
    headers: withPolicy(
      (server) =>
        `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; frame-src ${server}; base-uri 'none'; ${trustedTypes}`,
    ),
  },
  isolated: {
    what: 'that isolates itself (COOP and COEP)',
    document: 'plain',
    headers: () => ({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'permissions-policy': 'camera=(), microphone=(), clipboard-write=(), storage-access=()',
      'referrer-policy': 'no-referrer',
    }),
  },
  sandboxed: {
    what: 'in a sandboxed frame without an origin',
    inFrame: true,
    forgets: true,
    // Chromium takes the origin that such a frame's address has for one that it knows already. And without one there are no
    // cookies: whether one came back is asked once.
    remarks: /could not be origin-keyed|status of 401/,
  },
} as const satisfies Record<string, HostilePage>

export const styles = {
  unset: { what: 'with `* { all: unset !important }` and rules against every element of ours' },
  transformed: { what: 'with transforms, filters, containment and clipping on html and body' },
  stacked: { what: 'with the highest z-index there is, and a veil of that height over the button' },
  grid: { what: 'whose html is a flex box and whose body is a grid that counts its children' },
  quirks: { what: 'in quirks mode' },
  'right-to-left': { what: 'that runs from right to left, and from top to bottom' },
  xhtml: { what: 'that is XML (application/xhtml+xml)', type: 'application/xhtml+xml; charset=utf-8' },
  base: { what: 'with a `<base>` that leads elsewhere' },
} as const satisfies Record<string, HostilePage>

export const scripts = {
  'document-written': {
    what: 'that writes itself anew with document.write after loading',
    settles: true,
  },
  'snippet-written': { what: 'that writes the snippet with document.write' },
  turbo: { what: 'where Turbo Drive goes from page to page' },
  'react-document': {
    what: 'that React hydrates from the document downwards, and that goes on without loading a page',
    react: 'asDocument',
    settles: true,
  },
  'react-body': { what: 'that React hydrates from its body downwards', react: 'inBody', settles: true },
  'react-anew': {
    what: 'that React makes anew, because what the server rendered is not what it expects',
    document: 'react-document',
    react: 'asOtherDocument',
    settles: true,
    remarks: /^React recovered from: .*[Hh]ydrat/s,
  },
  // Unlike React it takes away, without a word, what it does not know.
  hydrated: { what: 'that Preact hydrates from its body downwards', settles: true },
  'two-snippets': { what: 'with the snippet twice, and a third one inserted later' },
  'overrides-before': {
    what: 'that has overridden Array, Object, JSON, Promise, fetch, postMessage, addEventListener and MessageChannel',
    config: { color: '#8800aa' },
  },
  'overrides-after': { what: 'that overrides them, JSON.parse too, once the button is there', settles: true },
  heavy: { what: 'of thousands of nodes that keeps the main thread busy itself' },
} as const satisfies Record<string, HostilePage>

/** Has a test of its own. */
const alone = { dialog: { what: 'with a modal dialog and everything else inert' } } satisfies Record<
  string,
  HostilePage
>

export const hostilePages: Readonly<Record<string, HostilePage>> = {
  plain: { what: 'that does nothing special' },
  ...policies,
  ...styles,
  ...scripts,
  ...alone,
}
