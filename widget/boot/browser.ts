import { type Keep, storedKeep } from './keep.ts'
import type { Sessions } from './session.ts'
import { createTabs } from './tabs.ts'

/** What the browser lets a frame have. */
export interface Browser {
  readonly keep: Keep
  readonly createTabs: typeof createTabs
  /** Where nothing lasts but the cookie: asks the server who it was. */
  readonly restore?: (sessions: Sessions, keep: Keep, resume: () => Promise<void>) => Promise<void>
}

export async function openBrowser(): Promise<Browser> {
  let keep: Keep | undefined
  try {
    localStorage.getItem('')
    keep = storedKeep(localStorage)
    if (navigator.locks) return { keep, createTabs }
  } catch {
    // Storage is blocked, and locks with it.
  }
  const { rememberedKeep, createBusTabs, restore } = await import('./denied/denied.ts')
  return keep ? { keep, createTabs: createBusTabs } : { keep: rememberedKeep(), createTabs: createBusTabs, restore }
}
