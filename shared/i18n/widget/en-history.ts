import type { Text } from './en.ts'
import type { enWaiting } from './en-waiting.ts'

/** What waiting says, too; it comes without this one. */
type Shared = Pick<typeof enWaiting, 'back'>

/** Texts of the visitor's earlier chats (W13): fetched when they are asked for. */
export const enHistory = { back: 'Back' } as const satisfies Record<string, Text> & Shared
