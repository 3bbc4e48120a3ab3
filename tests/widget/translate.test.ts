import { expect, it } from 'vitest'
import { chooseLanguage, type Language, languages } from '#shared/i18n/languages.ts'
import { createTranslate } from '#shared/i18n/translate.ts'
import { allTexts, type TextKey } from '#shared/i18n/widget/all-texts.ts'
import { en, type WidgetTextKey } from '#shared/i18n/widget/en.ts'
import { widgetDictionaries } from '#shared/i18n/widget/load.ts'

it('W30: chooses the first language that is spoken, in the order of preference', () => {
  expect(chooseLanguage(['cs', 'pt-BR', 'de-CH', 'en'], languages)).toBe('pt')
  expect(chooseLanguage(['zh-TW', 'en'], languages)).toBe('zh')
  expect(chooseLanguage(['de_AT'], languages)).toBe('de')
  expect(chooseLanguage(['', 'constructor', 'AR'], languages)).toBe('ar')
  expect(chooseLanguage([], languages)).toBe('en')
})

it.each(Object.keys(languages) as Language[])(
  'W30: %s says every text with its name and its count',
  async (language) => {
    // English comes in parts.
    const dictionary = language === 'en' ? allTexts : await widgetDictionaries[language]()
    const t = createTranslate<TextKey>(language, dictionary as typeof allTexts)
    for (const key of Object.keys(allTexts) as TextKey[])
      for (const count of [0, 1, 2, 3, 11, 21, 1_000_000]) {
        const words = t(key, { name: '$& Ana', count })
        expect(words, key).not.toMatch(/[{}]|undefined/)
        if (JSON.stringify(dictionary[key as 'title']).includes('{name}')) expect(words, key).toContain('$& Ana')
      }
  },
)

it('W30: the owner’s own words come first, plural or not', () => {
  const t = createTranslate<WidgetTextKey>('en', en, { title: 'Ask us', newMessages: 'News: {count}' })
  expect([t('title'), t('newMessages', { count: 2 }), t('send')]).toEqual(['Ask us', 'News: 2', 'Send'])
})

it('W30: the owner’s own words for one language come before those for every language', () => {
  const own = { title: 'Ask us', send: '', de: { title: 'Fragen Sie uns' } }
  const t = (language: Language) => createTranslate<WidgetTextKey>(language, en, own)
  expect([t('de')('title'), t('fr')('title'), t('de')('send')]).toEqual(['Fragen Sie uns', 'Ask us', 'Send'])
})
