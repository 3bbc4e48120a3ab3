import { namesLoader, tagManagersIn } from '#shared/domain/site-check/find-loader.ts'
import type { Mention, PageFacts, SnippetTag } from '#shared/domain/site-check/page-facts.ts'

export interface OpenPage {
  readonly document: Document
  readonly url: string
  /** The policies in the page's headers; nothing where they cannot be had. */
  readonly askPolicies: () => Promise<readonly string[] | null>
}

/** More of them are no page that somebody made. */
const mostTags = 20

/**
 * What the open page says of the snippet (G6), after its scripts ran: also what a tag manager put in. Its tags are all
 * scripts called widget.js, of whichever product. Changes nothing in the page.
 */
export async function readOpenPage({ document, url, askPolicies }: OpenPage): Promise<PageFacts> {
  const scripts = allIn(document, 'script')
  const [body] = allIn(document, 'body')
  const tags = scripts.filter(isNamedSo).slice(0, mostTags)
  const headers = await askPolicies()
  const known = nonceOf(scripts.filter((script) => !tags.includes(script))) ?? nonceOf(tags)
  return {
    url,
    policies: [...(headers ?? []).map((policy) => withNonce(policy, known)), ...ownPolicies(document)],
    headersRead: headers !== null,
    tags: tags.map((script) => tagOf(script, body)),
    mentions: mentionsIn(document, scripts),
    tagManagers: [...new Set(scripts.flatMap(({ src, text }) => tagManagersIn(src, text)))],
    button: allIn(document, 'deskbell-widget').length > 0,
  }
}

interface Found extends HTMLElementTagNameMap {
  readonly 'deskbell-widget': HTMLElement
}

/** As the browser finds them: on the document itself, elements of the page may have that function's name. */
const allIn = <K extends keyof Found>(document: Document, tag: K): Found[K][] => [
  ...Document.prototype.querySelectorAll.call<Document, [K], NodeListOf<Found[K] & Element>>(document, tag),
]

const isNamedSo = ({ src }: HTMLScriptElement) => {
  const url = URL.parse(src)
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname.endsWith('/widget.js')
}

const tagOf = (script: HTMLScriptElement, body: HTMLElement | undefined): SnippetTag => ({
  src: script.src,
  place: placeOf(script, body),
  type: script.type.trim().toLowerCase(),
  waits: !script.async && !script.defer,
  nonce: script.nonce || null,
  integrity: Boolean(script.integrity),
  config: script.getAttribute('data-config'),
  widget: script.getAttribute('data-widget'),
})

function placeOf(script: Element, body: HTMLElement | undefined): SnippetTag['place'] {
  if (!body?.contains(script)) return 'head'
  const all = [...body.querySelectorAll('*')]
  return all.slice(all.indexOf(script) + 1).some(isSeen) ? 'body' : 'end'
}

/** What opens later, such as a dialog that the page's own scripts appended, counts for nothing. */
const isSeen = (element: Element) =>
  !/^(script|style|link|template|noscript|meta)$/i.test(element.tagName) && element.checkVisibility()

function mentionsIn(document: Document, scripts: readonly HTMLScriptElement[]): Mention[] {
  // Where scripts run, what stands in <noscript> is a text.
  const inNoscript = allIn(document, 'noscript').some(({ textContent }) => namesLoader(textContent))
  const inTemplate = allIn(document, 'template').some(({ content }) =>
    [...content.querySelectorAll('script')].some((script) => namesLoader(script.getAttribute('src') ?? '')),
  )
  const inScript = scripts.some((script) => !isNamedSo(script) && namesLoader(script.text))
  const found = { comment: isInComment(document), noscript: inNoscript, template: inTemplate, script: inScript }
  return (Object.keys(found) as Mention[]).filter((place) => found[place])
}

function isInComment(document: Document): boolean {
  const comments = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_COMMENT)
  while (comments.nextNode()) if (namesLoader(comments.currentNode.nodeValue ?? '')) return true
  return false
}

const ownPolicies = (document: Document) =>
  allIn(document, 'meta').flatMap(({ httpEquiv, content }) =>
    /^content-security-policy$/i.test(httpEquiv) ? [content] : [],
  )

const nonceOf = (scripts: readonly HTMLScriptElement[]) => scripts.find(({ nonce }) => nonce)?.nonce ?? null

/** The headers are those of another answer, which has another nonce: the one that counts is what the page's scripts ran with. */
const withNonce = (policy: string, nonce: string | null) =>
  nonce === null ? policy : policy.replaceAll(/'nonce-[^']*'/gi, () => `'nonce-${nonce}'`)
