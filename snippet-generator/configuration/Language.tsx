import { useId } from 'preact/hooks'
import { type Language as Code, languages } from '#shared/i18n/languages.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'

type Part = Partial<Pick<WidgetConfig, 'language' | 'defaultLanguage'>>

/** W30: the visitor's language, else the page's, else the owner's default; or one for everybody. */
export function Language({ config, onChange }: { config: WidgetConfig; onChange: (part: Part) => void }) {
  const id = useId()
  return (
    <>
      <div class="field">
        <label for={id}>Language</label>
        <select
          id={id}
          value={config.language}
          onChange={(event) => onChange({ language: event.currentTarget.value as WidgetConfig['language'] })}
        >
          <option value="auto">The visitor’s own</option>
          <Languages />
        </select>
      </div>
      {config.language === 'auto' && (
        <div class="field">
          <label for={`${id}-default`}>For everybody else</label>
          <select
            id={`${id}-default`}
            value={config.defaultLanguage}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onChange({ defaultLanguage: event.currentTarget.value as Code })}
          >
            <Languages />
          </select>
          <p class="hint" id={`${id}-hint`}>
            Visitors whose browser and page speak none of our languages.
          </p>
        </div>
      )}
    </>
  )
}

function Languages() {
  return (
    <>
      {Object.entries(languages).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </>
  )
}
