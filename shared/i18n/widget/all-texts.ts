import { en } from './en.ts'
import { enWaiting } from './en-waiting.ts'

/** Every English text of the widget, for those who change them: the widget itself fetches them in two parts. */
export const allTexts = { ...en, ...enWaiting }
export type TextKey = keyof typeof allTexts
