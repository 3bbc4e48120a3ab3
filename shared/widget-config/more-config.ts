/** What a chat's beginning takes besides: no button needs it, and most widgets name none of it. */
export interface MoreConfig {
  /** The group that chats go to (W8), by its id; empty: Everyone. */
  readonly group: string
  /** Another group for chats that begin on certain pages (W9r): the first rule that fits counts. */
  readonly rules: readonly PageRule[]
  /** Whether the visitor may choose a group themselves (W12). */
  readonly groupChoice: 'none' | 'ask'
  /** Whether the visitor is asked what it is about before a chat begins (W16). */
  readonly description: 'none' | 'ask'
}

export interface PageRule {
  /** A path such as `/prices*`, one with its host, such as `shop.example/prices*`, or a host alone; `*` stands for anything. */
  readonly page: string
  readonly group: string
}

/** The settings of a chat's beginning alone. @param values of any kind, as they were given */
export function readMore(values: object): { config: MoreConfig; problems: string[] } {
  const problems: string[] = []
  const given = values as Record<string, unknown>
  const entries = Object.entries(more).map(([key, [otherwise, fits, must]]) => {
    const value = given[key] ?? otherwise
    if (fits(value)) return [key, value]
    problems.push(`${key} must be ${must}`)
    return [key, otherwise]
  })
  return { config: Object.fromEntries(entries), problems }
}

type Fits = (value: unknown) => boolean
const isGroup: Fits = (value) => typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
const isRule: Fits = (value) => {
  const { page, group }: Record<string, unknown> = Object(value)
  return typeof page === 'string' && page !== '' && isGroup(group)
}
const asking = ['none', (value: unknown) => value === 'none' || value === 'ask', 'none|ask'] as const

/** The default of each, what it may be, and how that is said. */
const more = {
  group: ['', (value) => value === '' || isGroup(value), 'the id of a group'],
  rules: [[], (value) => Array.isArray(value) && value.every(isRule), 'a list of {"page", "group"}'],
  groupChoice: asking,
  description: asking,
} as const satisfies Record<keyof MoreConfig, readonly [unknown, Fits, string]>

/**
 * The group that a chat goes to by the page it begins on: that of the first rule that fits, else the widget's own.
 * @param url of the page
 */
export function groupForPage({ rules, group }: Pick<MoreConfig, 'rules' | 'group'>, url: string): string {
  const rule = rules.find(({ page }) => fits(page, url))
  return rule ? rule.group : group
}

/** Compared as browsers write addresses, so that `/über*` fits, too; without query and fragment. */
function fits(rule: string, url: string): boolean {
  const place = rule.replace(/^https?:\/\//, '')
  const anyHost = place[0] === '/'
  try {
    const wanted = new URL(`http://${anyHost ? `_${place}` : place.includes('/') ? place : `${place}/*`}`)
    const { host, pathname } = new URL(url)
    return (anyHost || isLike(wanted.host, host)) && isLike(wanted.pathname, pathname)
  } catch {
    return false
  }
}

const isLike = (pattern: string, text: string) =>
  RegExp(`^${pattern.replace(/[^\w*]/g, '\\$&').replaceAll('*', '.*')}$`).test(text)
