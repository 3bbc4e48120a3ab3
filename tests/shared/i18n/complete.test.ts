import { describe, expect, it } from 'vitest'
import type { Language } from '#shared/i18n/languages.ts'
import { codes, everyText, foreign, formsOf, type Texts } from './every-text.ts'

const english: Readonly<Record<string, Texts>> = await everyText('en')
const placeholders = (text: string) => (text.match(/\{\w*\}/g) ?? []).sort()

it('W30: speaks fifteen languages', () => expect(codes).toHaveLength(15))

it.each(codes)('W30: %s has the same name for the button before the chat is there and after', async (language) => {
  const { widget, launcher } = await everyText(language)
  expect(widget.contactUs).toBe(launcher.contactUs)
})

describe.each(foreign)('W30: %s', async (language) => {
  const parts = await everyText(language)

  it('lacks no text, and has none that English does not have', () => {
    const keys = (texts: typeof english) =>
      Object.entries(texts).map(([part, words]) => [part, Object.keys(words).sort()])
    expect(keys(parts)).toEqual(keys(english))
  })

  it('is translated: nothing is English but for what is the same word', () => {
    const same = Object.entries(parts).flatMap(([part, texts]) =>
      Object.entries(texts).flatMap(([key, text]) => {
        const ours = formsOf(english[part]?.[key] ?? '')
        return formsOf(text).filter((form) => ours.includes(form))
      }),
    )
    expect(same.filter((word) => !sameWords[language]?.includes(word))).toEqual([])
  })

  it('keeps every name where English says one', () => {
    for (const [part, texts] of Object.entries(parts))
      for (const [key, text] of Object.entries(texts)) {
        const ours = english[part]?.[key] ?? ''
        if (typeof text !== 'string') expect(typeof ours, `${key} has forms for a count`).toBe('object')
        else expect(placeholders(text), key).toEqual(placeholders(ours as string))
      }
  })
})

describe.each(codes)('W30: %s', async (language) => {
  const parts = await everyText(language)
  const forms = Object.values(parts).flatMap((texts) => Object.entries(texts).flatMap(withForms))

  it('has a form for every count, and the count in each that stands for more than one', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const [key, text] of Object.entries(parts.widget)) {
      if (typeof text === 'string') continue
      expect(Object.keys(text).sort(), key).toEqual([...pluralCategories].sort())
      for (const [category, form] of Object.entries(text)) {
        const found = placeholders(form)
        if (standsForOne(language, category)) expect(['', '{count}'], key).toContain(found.join())
        else expect(found, `${key}, ${category}`).toEqual(['{count}'])
      }
    }
  })

  it('says something everywhere, and nothing that cannot be seen or turns the line around', () => {
    for (const [key, text] of forms) {
      expect(text, key).toMatch(/[\p{Letter}]/u)
      expect(text, key).toBe(text.trim())
      expect(text, key).toBe(text.normalize('NFC'))
      expect(text, key).not.toMatch(unseen)
      // Of the spaces but the plain one, French has the one that keeps its sign of punctuation on the line.
      expect(text.replaceAll(language === 'fr' ? /[\u00a0\u202f](?=[?!:;»])/g : /^$/g, ''), key).not.toMatch(/[^\S ]/)
      expect(text, key).not.toMatch(/ {2}|\.\.\.|["'`<>]/)
    }
  })

  it('has no word that is wider than a panel of 320 px, and no button of two lines there', () => {
    for (const [key, text] of forms) {
      const longest = Math.max(
        ...text.split(/[\s\p{Ideographic}\p{Script=Katakana}\p{Script=Hiragana}]|[-/…]/u).map((word) => word.length),
      )
      expect(longest, `${key}: ${text}`).toBeLessThanOrEqual(text.includes('@') ? 26 : LONGEST_WORD)
      if (buttons.has(key)) expect(width(text), `${key}: ${text}`).toBeLessThanOrEqual(WIDEST_BUTTON)
    }
  })
})

const withForms = ([key, text]: [string, Texts[string]]) => formsOf(text).map((form) => [key, form] as const)

/** Characters that leave no trace of their own, or change the direction: joiners, marks, embeddings, isolates, controls. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/u

/** Whether it is the form for a single number: that one may be written out. None is about zero of something. */
const standsForOne = (language: Language, category: string) => {
  const rules = new Intl.PluralRules(language)
  return (
    Array.from({ length: 1_001 }, (_, count) => count).filter((count) => rules.select(count) === category).length === 1
  )
}

/** Letters of the widest at 15 px into the 254 px that are left of 320. */
const LONGEST_WORD = 22
/** Halves of an em: letters take one, ideographs and kana two. */
const WIDEST_BUTTON = 32
const width = (text: string) =>
  [...text].reduce((sum, sign) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(sign) ? 2 : 1), 0)
const buttons = new Set([
  'startChat',
  'send',
  'close',
  'accept',
  'decline',
  'callMeBack',
  'leaveMessage',
  'backToChat',
  'back',
  'endChat',
  'keepChat',
  'newConversation',
  'discard',
])

/** Words that a language has taken over, or shares. Another one is either forgotten, or belongs here. */
const sameWords: Partial<Record<Language, readonly string[]>> = {
  de: ['Chat', 'Emoji'],
  es: ['Chat', 'Emoji'],
  fr: ['Chat', 'Message'],
  it: ['Chat', 'Emoji'],
  nl: ['Chat', 'Emoji'],
  pl: ['Emoji'],
  pt: ['Chat'],
  tr: ['Emoji'],
}
