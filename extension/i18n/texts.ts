import { en } from './en.ts'
import { administration } from './en-administration.ts'

/** The interface's words in the language in use. */
export const texts = { ...en, administration }
