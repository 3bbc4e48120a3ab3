import { type Groups, readGroups } from '../core/groups.ts'
import { liveSignal } from '../core/live-signal.ts'

const none: Groups = new Map()

/** The groups of all accounts, followed once for all that is drawn. */
export const groups = liveSignal<Groups, Groups>(readGroups, none)
