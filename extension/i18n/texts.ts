import { type Dictionary, en } from './en.ts'

/** The interface's words in the language in use. */
export const texts: Dictionary = en
