import { signal } from '@preact/signals'
import { readGroups } from '../../core/groups.ts'
import { noFilter, readSetting, writeSetting } from '../../core/settings.ts'
import { useLive } from '../../live/use-live.ts'
import { chatFilter, isFiltering, type Passes } from './chat-filter.ts'

export interface Filtering {
  /** Something may be hidden. */
  readonly isOn: boolean
  readonly passes: Passes
}

/** The filter of the lists as it is now. Within a live query it is followed. */
export async function readFiltering(): Promise<Filtering> {
  const [filter, groups] = await Promise.all([readSetting('listFilter'), readGroups()])
  return { isOn: isFiltering(filter), passes: chatFilter(filter, groups) }
}

/** The same, followed; undefined while loading. */
export const useFiltering = (): Filtering | undefined => useLive(readFiltering)

/** How often it was removed on this page: what is being typed goes with it. */
export const removals = signal(0)

export function removeFilter(): void {
  removals.value += 1
  void writeSetting('listFilter', noFilter)
}
