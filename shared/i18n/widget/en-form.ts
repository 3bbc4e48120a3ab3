import type { Text } from './en.ts'
import type { enWaiting } from './en-waiting.ts'

/** What the forms of other ways than waiting say, too; they come without this one. */
type Shared = Pick<typeof enWaiting, 'emailWrong' | 'phoneWrong'>

/** Texts of the owner's own questions before a chat (W9): fetched where there are any. */
export const enForm = {
  optional: '{name} (optional)',
  chooseOne: 'Please choose',
  fieldMissing: 'Please fill this in.',
  consentMissing: 'The chat can begin once you agree.',
  numberWrong: 'Please write a number, such as 12 or 3.5.',
  dateWrong: 'Please give a day that there is.',
  emailWrong: 'Please write a whole e-mail address, such as name@example.com.',
  phoneWrong: 'This is no phone number that can be called. Check it, and begin with + and the country’s number.',
} as const satisfies Record<string, Text> & Shared

export type FormTextKey = keyof typeof enForm
