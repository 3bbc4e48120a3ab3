import { channelTexts } from '#shared/i18n/channels.ts'
import { type Language, languages } from '#shared/i18n/languages.ts'
import { launcherTexts } from '#shared/i18n/launcher.ts'
import { allTexts } from '#shared/i18n/widget/all-texts.ts'
import type { Text } from '#shared/i18n/widget/en.ts'
import { widgetDictionaries } from '#shared/i18n/widget/load.ts'

export type Texts = Readonly<Record<string, Text>>

/** Everything that a visitor can read in one language, by the part of the product that says it. */
export async function everyText(language: Language): Promise<Record<'widget' | 'channels' | 'launcher', Texts>> {
  return {
    // English comes with the parts of the panel.
    widget: language === 'en' ? allTexts : ((await widgetDictionaries[language]()) as Texts),
    channels: { ...channelTexts[language] },
    launcher: { contactUs: launcherTexts[language] },
  }
}

export const codes = Object.keys(languages) as readonly Language[]
export const foreign = codes.filter((code) => code !== 'en')

/** A text as it is, and each of its plural forms. */
export const formsOf = (text: Text): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text))
