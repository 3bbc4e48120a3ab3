import * as v from 'valibot'
import { route } from './route.ts'
import { Finding } from './site-check.ts'

/** What a snippet names in `data-widget`. `default` is the one that nobody saved. */
const WidgetName = v.pipe(
  v.string(),
  v.regex(/^[a-z\d-]{1,40}$/, 'must be 1 to 40 of a–z, 0–9 and -'),
  v.check((name) => name !== 'default', 'must not be default, which is the widget without settings'),
)

export const SavedWidget = v.object({
  name: WidgetName,
  /** What differs from the defaults. */
  config: v.record(v.string(), v.unknown()),
  /** Rises with each change. */
  version: v.number(),
  /** ms since 1970 */
  changedAt: v.number(),
  changedBy: v.string(),
})
export type SavedWidget = v.InferOutput<typeof SavedWidget>

/** Of the pages that can be asked about. */
const longestAddress = 2_000
const WebAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(longestAddress),
  v.check((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), 'must be an address that begins with https://'),
)
const named = v.object({ widgetName: WidgetName })

/** Saved widgets (G2), and whether a page has its snippet (G6). */
export const widgetsApi = {
  listWidgets: route({
    summary: 'The configurations that were saved under a name, by name (G2)',
    access: 'administrator',
    response: v.object({ widgets: v.array(SavedWidget) }),
  }),
  saveWidget: route({
    summary: 'Save a configuration under a name; pages that name it follow within a minute (G2)',
    access: 'administrator',
    params: named,
    body: v.object({
      config: v.record(v.string(), v.unknown()),
      /** The version that this changes; 0 when there is none yet. Another one is refused as `changed-meanwhile`. */
      replaces: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
    }),
    response: v.object({ widget: SavedWidget }),
  }),
  renameWidget: route({
    summary: 'Give a saved widget another name; pages that name the old one fall back to the defaults',
    access: 'administrator',
    params: named,
    body: v.object({ name: WidgetName }),
    response: v.object({ widget: SavedWidget }),
  }),
  removeWidget: route({
    summary: 'Delete a saved widget; pages that name it fall back to the defaults',
    access: 'administrator',
    params: named,
    response: v.object({}),
  }),
  checkSite: route({
    summary: 'Fetch a public page and say whether the snippet is there, and what blocks it (G6)',
    access: 'anyone',
    body: v.object({
      page: WebAddress,
      /** Where browsers reach this server, as whoever asks does. */
      server: WebAddress,
    }),
    response: v.object({
      /** Where the redirects ended. */
      page: v.string(),
      findings: v.array(Finding),
    }),
  }),
}
