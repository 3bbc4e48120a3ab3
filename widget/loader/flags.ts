import { greeting as flagKey } from '../protocol.ts'

/** Sets or clears a fact, if it is given one; gives it as it is now. */
export type Flag = (on?: boolean) => string | null

/**
 * A fact that the next page must know before it loads a frame; no secret, no identity, and none before the visitor acted (W31).
 * Where storage is blocked it is simply not known: the widget then waits for a click.
 */
const flag =
  (storage: () => Storage): Flag =>
  (on) => {
    try {
      if (on) storage().setItem(flagKey, '1')
      else if (on === false) storage().removeItem(flagKey)
      return storage().getItem(flagKey)
    } catch {
      return null
    }
  }

/** A conversation is under way, in any tab of this site. */
export const chatting = flag(() => localStorage)
/** The panel is open in this tab. */
export const openHere = flag(() => sessionStorage)
