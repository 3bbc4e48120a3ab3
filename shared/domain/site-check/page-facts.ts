/** What a check needs to know of a page (G6): read from its HTML by the server, or from the open page by the extension. */
export interface PageFacts {
  /** Its address, after all redirects. */
  readonly url: string
  /** Each Content-Security-Policy, of the answer's headers and of its own `<meta>`s. */
  readonly policies: readonly string[]
  /** Whether the answer's headers could be read. */
  readonly headersRead: boolean
  /** Scripts that may be the snippet, in their order. */
  readonly tags: readonly SnippetTag[]
  /** Where else the page names the loader. */
  readonly mentions: readonly Mention[]
  /** Tools that put scripts into pages, by their names. */
  readonly tagManagers: readonly string[]
  /** Whether the button is there; nothing where the page's scripts were not run. */
  readonly button: boolean | null
}

export type Mention = 'comment' | 'noscript' | 'template' | 'script'

export interface SnippetTag {
  /** Its whole address. */
  readonly src: string
  /** `end`: nothing to see comes after it in the body. */
  readonly place: 'head' | 'body' | 'end'
  readonly type: string
  /** Whether the page goes on loading meanwhile. */
  readonly waits: boolean
  readonly nonce: string | null
  readonly integrity: boolean
  /** `data-config` and `data-widget`. */
  readonly config: string | null
  readonly widget: string | null
}
