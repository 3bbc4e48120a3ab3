import { en } from './en.ts'
import { enBeginning } from './en-beginning.ts'
import { enWaiting } from './en-waiting.ts'

/** Every English text of the widget, for those who change them: the widget itself fetches them in three parts. */
export const allTexts = { ...en, ...enWaiting, ...enBeginning }
export type TextKey = keyof typeof allTexts
