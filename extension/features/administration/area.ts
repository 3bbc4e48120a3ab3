import type { AccountRow } from '../../core/db.ts'
import type { Lists } from './lists.ts'
import type { Leaving } from './use-leaving.ts'
import type { Place } from './use-place.ts'
import type { Server } from './use-server.ts'

/** What each area of administration is given. */
export interface AreaProps {
  readonly account: AccountRow
  readonly lists: Lists
  readonly server: Server
  readonly place: Place
  readonly leaving: Leaving
}
