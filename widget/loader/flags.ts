import { greeting as flagKey } from '../protocol.ts'

/**
 * Sets a fact, if it is given one; gives it as it is now. Empty: not so any more, set only where something was; null: as if it
 * had never been.
 */
export type Flag = (fact?: string | null) => string | null

/** Of `chatting`: the page wants its visitor forgotten, and no frame has said yet that it is done (W33). */
export const leaving = 'x'

/**
 * A fact that the next page must know before it loads a frame; no secret, no identity, and none before the visitor acted (W31).
 * Where storage is blocked it is simply not known: the widget then waits for a click.
 */
const flag =
  (storage: () => Storage): Flag =>
  (fact) => {
    try {
      const kept = storage()
      if (fact === null) kept.removeItem(flagKey)
      else if (fact || (fact === '' && kept[flagKey])) kept[flagKey] = fact
      return kept.getItem(flagKey)
    } catch {
      return null
    }
  }

/** A conversation is under way, in any tab of this site; empty: there was one. */
export const chatting = flag(() => localStorage)
/** The panel is open in this tab. */
export const openHere = flag(() => sessionStorage)
