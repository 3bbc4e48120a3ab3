import type { Text } from './en.ts'
import type { enWaiting } from './en-waiting.ts'

/** What waiting says, too; it comes without this one. */
type Shared = Pick<typeof enWaiting, 'back'>

/** Texts of what a visitor may have of their data, and have deleted (W31): fetched when they ask for it. */
export const enPrivacy = {
  dataHint:
    'We keep your name, what you wrote and answered here, and when you were here. You can take it with you, or have it deleted.',
  exportData: 'Export my data',
  deleteData: 'Delete my data',
  deleteSure: 'Delete all of it for good? A chat that is under way ends.',
  keepData: 'Keep my data',
  dataBusy: 'One moment…',
  dataDeleted:
    'Your data is deleted. All that is left is that somebody was here and when, without your name and your words.',
  dataFailed: 'We could not be reached. Please try again in a moment.',
  back: 'Back',
} as const satisfies Record<string, Text> & Shared
