import type { Actor } from '#shared/contract/actors.ts'
import type { ActorId } from '#shared/contract/ids.ts'

/** Who acts when nobody does: routing, timers and rules. */
export const theSystem: Actor = { kind: 'system', id: 'system' as ActorId, name: 'Deskbell' }
