import { useId } from 'preact/hooks'
import { type Language, languages } from '#shared/i18n/languages.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'

/** In which language the texts below it are written (W30); empty for every one. */
export function TextsLanguage(parts: {
  texts: WidgetConfig['texts']
  value: Language | ''
  onChange: (language: Language | '') => void
}) {
  const id = useId()
  const changed = (code: string) => Object.keys(parts.texts[code as Language] ?? {}).length
  return (
    <div class="field">
      <label for={id}>Write texts for</label>
      <select
        id={id}
        value={parts.value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => parts.onChange(event.currentTarget.value as Language | '')}
      >
        <option value="">Every language</option>
        {Object.entries(languages).map(([code, name]) => (
          <option key={code} value={code}>
            {changed(code) > 0 ? `${name} (${changed(code)} of yours)` : name}
          </option>
        ))}
      </select>
      <p class="hint" id={`${id}-hint`}>
        {parts.value
          ? `Counts for visitors who read ${languages[parts.value]}, before what you write for every language.`
          : 'Shown to everybody as you write it, but where a language has words of its own.'}
      </p>
    </div>
  )
}
