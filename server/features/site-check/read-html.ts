import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { isLoader, namesLoader, tagManagersIn } from '#shared/domain/site-check/find-loader.ts'
import type { Mention, PageFacts, SnippetTag } from '#shared/domain/site-check/page-facts.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

export type HtmlFacts = Pick<PageFacts, 'policies' | 'tags' | 'mentions' | 'tagManagers'>

/** More of them are no page that somebody made. */
const mostTags = 20

/**
 * What a page's HTML says of the snippet, read as browsers that run scripts read it. Throws for nothing.
 * @param url of the page
 * @param server origin of the server that the snippet shall come from
 */
export function readHtml(html: string, url: string, server: string): HtmlFacts {
  const policies: string[] = []
  const tags: (Omit<SnippetTag, 'place'> & { readonly at: number; readonly inBody: boolean })[] = []
  const mentions = new Set<Mention>()
  const tagManagers = new Set<string>()
  let base = url
  let lastSeen = -1
  let at = 0
  for (const { node, place } of everythingIn(parse(html))) {
    at++
    if (node.nodeName === '#comment' && 'data' in node && namesLoader(node.data)) mentions.add('comment')
    const isText = node.nodeName === '#text' && 'value' in node
    if (isText && place === 'noscript' && namesLoader(node.value)) mentions.add('noscript')
    if (isText && place === 'body' && !UNREAD.test(node.parentNode?.nodeName ?? '') && node.value.trim() !== '')
      lastSeen = at
    if (!('tagName' in node)) continue
    const { tagName } = node
    if (place === 'body' && !UNSEEN.test(tagName)) lastSeen = at
    if (tagName === 'base' && base === url) base = resolved(attribute(node, 'href'), url) ?? url
    if (tagName === 'meta' && /^content-security-policy$/i.test(attribute(node, 'http-equiv') ?? ''))
      policies.push(attribute(node, 'content') ?? '')
    if (tagName !== 'script') continue
    const text = textOf(node)
    const src = resolved(attribute(node, 'src'), base)
    for (const name of tagManagersIn(src ?? '', text)) tagManagers.add(name)
    const tag = src === null ? null : tagOf(node, src)
    if (!tag || !isLoader(tag, server)) {
      if (namesLoader(text)) mentions.add('script')
    } else if (place === 'template') mentions.add('template')
    else if (tags.length < mostTags) tags.push({ ...tag, at, inBody: place === 'body' })
  }
  return {
    policies,
    tags: tags.map(({ at: stands, inBody, ...tag }) => ({ ...tag, place: placeOf(inBody, stands > lastSeen) })),
    mentions: [...mentions],
    tagManagers: [...tagManagers],
  }
}

/** Whatever of a body nobody sees. */
const UNSEEN = /^(script|style|link|template|noscript|meta|body)$/
/** Whose text is code. */
const UNREAD = /^(script|style)$/

const placeOf = (inBody: boolean, isLast: boolean) => (inBody ? (isLast ? 'end' : 'body') : 'head')

type Place = 'head' | 'body' | 'noscript' | 'template'

/** Every node in the order of the page, without calling itself: depth is up to whoever wrote it. */
function* everythingIn(root: Node): Generator<{ node: Node; place: Place }> {
  const left: { node: Node; place: Place }[] = [{ node: root, place: 'head' }]
  for (let next = left.pop(); next; next = left.pop()) {
    yield next
    const { node } = next
    const place = inside(node, next.place)
    const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : []
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index]
      if (child) left.push({ node: child, place })
    }
  }
}

function inside({ nodeName }: Node, outside: Place): Place {
  if (outside === 'template' || nodeName === 'template') return 'template'
  if (nodeName === 'noscript') return 'noscript'
  return nodeName === 'body' ? 'body' : outside
}

const tagOf = (script: Element, src: string): Omit<SnippetTag, 'place'> => ({
  src,
  type: attribute(script, 'type')?.trim().toLowerCase() ?? '',
  waits: attribute(script, 'async') === null && attribute(script, 'defer') === null,
  nonce: attribute(script, 'nonce'),
  integrity: Boolean(attribute(script, 'integrity')),
  config: attribute(script, 'data-config'),
  widget: attribute(script, 'data-widget'),
})

const attribute = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value ?? null
const textOf = ({ childNodes }: Element) => childNodes.map((node) => ('value' in node ? node.value : '')).join('')

function resolved(address: string | null, base: string): string | null {
  const url = address === null ? null : URL.parse(address, base)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
