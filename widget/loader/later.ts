import type { Panel, PanelParts } from '../panel/open-panel.ts'

declare const PANEL: string

export type Later = ReturnType<typeof createLater>['later']

/** The panel's own code, which comes when it is wanted first (W31); calls that come sooner wait for it, in their order. */
export function createLater({ src }: HTMLScriptElement, parts: Omit<PanelParts, 'origin'>) {
  const { origin } = new URL(src)
  let panel: Promise<Panel> | undefined
  let tries = 0

  /** What fails, without a connection, is tried again when it is wanted next. */
  async function later<V extends keyof Panel>(verb: V, ...values: Parameters<Panel[V]>) {
    // Some browsers remember for an address that it could not be loaded.
    panel ??= import(`${origin}/widget/${PANEL}?${tries++ || ''}`).then(({ openPanel }) =>
      openPanel({ ...parts, origin }),
    )
    try {
      const call = (await panel)[verb] as (...values: unknown[]) => void
      call(...values)
    } catch {
      panel = undefined
    }
  }
  return { later, isThere: () => panel !== undefined }
}
