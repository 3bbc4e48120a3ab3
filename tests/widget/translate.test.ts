import { describe, expect, it } from 'vitest'
import { chooseLanguage, type Language, languages } from '#shared/i18n/languages.ts'
import { createTranslate } from '#shared/i18n/translate.ts'
import { allTexts, type TextKey } from '#shared/i18n/widget/all-texts.ts'
import { en, type WidgetTextKey } from '#shared/i18n/widget/en.ts'
import { widgetDictionaries } from '#shared/i18n/widget/load.ts'

it('W30: chooses the first language that is spoken, in the order of preference', () => {
  expect(chooseLanguage(['pt-BR', 'de-CH', 'en'], languages)).toBe('de')
  expect(chooseLanguage(['', 'constructor', 'AR'], languages)).toBe('ar')
  expect(chooseLanguage([], languages)).toBe('en')
})

describe.each(Object.keys(languages) as Language[])('W30: %s', (language) => {
  it('has every text, with the same values in it, and a form for every count', async () => {
    // English comes in two parts.
    const dictionary = language === 'en' ? allTexts : await widgetDictionaries[language]()
    const t = createTranslate<TextKey>(language, dictionary as typeof allTexts)
    expect(Object.keys(dictionary)).toEqual(Object.keys(allTexts))
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [key, text] of Object.entries(dictionary)) {
      if (typeof text !== 'string') expect(Object.keys(text).sort(), key).toEqual([...categories].sort())
      else expect(text.includes('{name}'), key).toBe(String(allTexts[key as TextKey]).includes('{name}'))
      expect(t(key as TextKey, { name: '$& Ana', count: 3 })).not.toMatch(/[{}]|undefined/)
    }
  })
})

it('W30: the owner’s own words come first, plural or not', () => {
  const t = createTranslate<WidgetTextKey>('en', en, { title: 'Ask us', newMessages: 'News: {count}' })
  expect([t('title'), t('newMessages', { count: 2 }), t('send')]).toEqual(['Ask us', 'News: 2', 'Send'])
})
