import type { Panel, PanelParts } from '../panel/open-panel.ts'
import type { importFrom } from './import-from.ts'

declare const PANEL: string

export type Later = ReturnType<typeof createLater>['later']

/** The panel's own code, which comes when it is wanted first (W31); calls that come sooner wait for it, in their order. */
export function createLater(bring: ReturnType<typeof importFrom>, parts: () => PanelParts) {
  let panel: Promise<Panel> | undefined

  /** What fails, without a connection, is tried again when it is wanted next. */
  function later<V extends keyof Panel>(verb: V, ...values: Parameters<Panel[V]>) {
    panel ??= bring<typeof import('../panel/open-panel.ts')>(PANEL).then(({ openPanel }) => openPanel(parts()))
    panel.then(
      (there) => {
        const call = there[verb] as (...values: unknown[]) => void
        call(...values)
      },
      () => {
        panel = undefined
        // What the visitor asked for does not stay undone without a word.
        if (values[0]) parts().launcher.speak(true)
      },
    )
  }
  return { later, isThere: () => panel !== undefined }
}
