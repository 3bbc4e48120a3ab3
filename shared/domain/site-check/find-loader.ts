/** Known by their addresses, as these stand in scripts and in what scripts load. */
const managers = {
  'googletagmanager.com/gtm': 'Google Tag Manager',
  'googletagmanager.com/gtag': 'Google tag',
  'tags.tiqcdn.com': 'Tealium',
  'assets.adobedtm.com': 'Adobe Tags',
  'cdn.segment.com': 'Segment',
  'cdn.matomo.cloud': 'Matomo Tag Manager',
  'containers.piwik.pro': 'Piwik PRO',
} as const

/** The tools that put scripts into pages, by name, that a script is of. */
export const tagManagersIn = (src: string, text: string): string[] =>
  Object.entries(managers).flatMap(([part, name]) => (src.includes(part) || text.includes(part) ? name : []))

/** Whether a text of the page names the loader. */
export const namesLoader = (text: string): boolean => /\/widget\.js\b/.test(text)

interface Script {
  /** Its whole address. */
  readonly src: string
  readonly config: string | null
  readonly widget: string | null
}

/** Another product's widget.js is none of ours, unless it says what ours says. @param server origin */
export function isLoader({ src, config, widget }: Script, server: string): boolean {
  const { origin, pathname } = new URL(src)
  return (origin === server || config !== null || widget !== null) && pathname.endsWith('/widget.js')
}
