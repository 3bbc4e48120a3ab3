import { useEffect, useState } from 'preact/hooks'
import type { Language } from '#shared/i18n/languages.ts'
import { allTexts, type TextKey } from '#shared/i18n/widget/all-texts.ts'
import type { Text } from '#shared/i18n/widget/en.ts'
import { widgetDictionaries } from '#shared/i18n/widget/load.ts'

type Texts = Readonly<Record<TextKey, Text>>

/** What the widget says in a language where its owner says nothing; in English until it is there. @param language empty: English */
export function useOurTexts(language: Language | ''): Texts {
  const [texts, setTexts] = useState<Texts>(allTexts)
  useEffect(() => {
    let isWanted = true
    widgetDictionaries[language || 'en']().then(
      (found) => isWanted && setTexts({ ...allTexts, ...found }),
      // Without a connection.
      () => isWanted && setTexts(allTexts),
    )
    return () => {
      isWanted = false
    }
  }, [language])
  return texts
}
