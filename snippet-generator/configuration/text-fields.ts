import { allTexts, type TextKey } from '#shared/i18n/widget/all-texts.ts'
import type { Text } from '#shared/i18n/widget/en.ts'

export type TextField = { readonly key: TextKey; readonly label: string }

/** The texts that owners change most, by what they are; in the order in which a visitor meets them. */
const often = {
  contactUs: 'Name of the button, read aloud by screen readers',
  title: 'Title of the chat',
  welcome: 'Greeting',
  welcomeHint: 'Below the greeting',
  waiting: 'While nobody has answered',
  ended: 'When the conversation has ended',
} as const satisfies { readonly [key in TextKey]?: string }

const isOften = (key: TextKey): key is keyof typeof often => Object.hasOwn(often, key)
const keys = Object.keys(allTexts) as TextKey[]

/** One sentence for a text, that for most counts. */
export const wordsOf = (text: Text): string => (typeof text === 'string' ? text : text.other)

export const oftenChanged: readonly TextField[] = (Object.keys(often) as (keyof typeof often)[]).map((key) => ({
  key,
  label: often[key],
}))

/** All the others; each is called by our words for it. */
export const seldomChanged: readonly TextField[] = keys
  .filter((key) => !isOften(key))
  .map((key) => ({ key, label: wordsOf(allTexts[key]) }))
