import type { Visit } from '../boot/visit.ts'

/** Removes whatever this site's frames remember in this browser, in all of its tabs. */
export function forgetAll({ keep, changed }: Pick<Visit, 'keep' | 'changed'>) {
  for (const key of keep.keys('')) keep.remove(key)
  changed()
}
