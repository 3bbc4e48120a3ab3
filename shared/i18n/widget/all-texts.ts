import { en } from './en.ts'
import { enBeginning } from './en-beginning.ts'
import { enForm } from './en-form.ts'
import { enHistory } from './en-history.ts'
import { enPrivacy } from './en-privacy.ts'
import { enWaiting } from './en-waiting.ts'

/** Every English text of the widget, for those who change them: the widget itself fetches them in parts. */
export const allTexts = { ...en, ...enWaiting, ...enBeginning, ...enForm, ...enHistory, ...enPrivacy }
export type TextKey = keyof typeof allTexts
