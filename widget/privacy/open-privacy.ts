import { privacyPaths } from '#shared/contract/privacy-paths.ts'
import { enPrivacy } from '#shared/i18n/widget/en-privacy.ts'
import type { Visit } from '../boot/visit.ts'
import { forgetAll } from './forget-all.ts'
import style from './Privacy.css?inline'
import { saveFile } from './save-file.ts'
import { YourData } from './YourData.tsx'

/** What a visitor may have of what is kept of them, and have forgotten (W31). */
export interface Privacy {
  readonly texts: typeof enPrivacy
  isShown(): boolean
  show(shown: boolean): void
  /** Everything that the server has of this visitor, as one file. Throws what the API refuses. */
  exportAll(): Promise<void>
  /** Forgets the visitor, on the server and here. Throws what the API refuses. Safe to repeat. */
  deleteAll(): Promise<void>
  readonly YourData: typeof YourData
}

export function openPrivacy(visit: Visit): Privacy {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  const api = visit.sessions.client(privacyPaths)
  let isShown = false
  let isForgotten = false
  visit.onChange(() => {
    if (visit.sessions.current()) isForgotten = false
    // The end of the chat is told to whoever still listens, and would bring along what was known of it.
    else if (isForgotten) for (const key of visit.keep.keys('events:')) visit.keep.remove(key)
  })
  return {
    texts: enPrivacy,
    isShown: () => isShown,
    show(shown) {
      isShown = shown
      visit.changed()
    },
    exportAll: async () => saveFile(await api.exportMyData({})),
    async deleteAll() {
      await api.deleteMyData({}).catch((error) => {
        // The server knows nobody of this name any more: it was done before, or elsewhere.
        if (error.status !== 401) throw error
      })
      isForgotten = true
      forgetAll(visit)
    },
    YourData,
  }
}
