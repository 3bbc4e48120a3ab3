import { useState } from 'preact/hooks'
import type { Language } from '#shared/i18n/languages.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'
import { TextInput } from './TextInput.tsx'
import { TextsLanguage } from './TextsLanguage.tsx'
import { oftenChanged, seldomChanged, type TextField, wordsOf } from './text-fields.ts'
import { useOurTexts } from './use-our-texts.ts'
import { withText } from './with-text.ts'

type TextsOf = WidgetConfig['texts']

/** W30: the owner's own words, for everybody or for one language. */
export function Texts({ values, onChange }: { values: TextsOf; onChange: (texts: TextsOf) => void }) {
  const [language, setLanguage] = useState<Language | ''>('')
  const ours = useOurTexts(language)
  const own = (language ? values[language] : values) ?? {}
  const input = (field: TextField) => (
    <TextInput
      // Another field in another language: the browser's own undo does not mix them.
      key={`${language}-${field.key}`}
      field={field}
      otherwise={(language && values[field.key]) || wordsOf(ours[field.key])}
      language={language}
      value={own[field.key] ?? ''}
      onChange={(text) => onChange(withText(values, language, field.key, text))}
    />
  )
  return (
    <>
      <p class="hint">Leave a field empty to use our words, which come in the visitor’s language.</p>
      <TextsLanguage texts={values} value={language} onChange={setLanguage} />
      {oftenChanged.map(input)}
      <details open={seldomChanged.some(({ key }) => key in own)}>
        <summary>All other texts</summary>
        <div class="fields">
          <p class="hint">
            Keep <code>{'{name}'}</code> and <code>{'{count}'}</code> where they stand: the widget puts a name, a time
            or a number there.
          </p>
          {seldomChanged.map(input)}
        </div>
      </details>
    </>
  )
}
