import type { Language } from '#shared/i18n/languages.ts'
import type { TextKey } from '#shared/i18n/widget/all-texts.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'

type Texts = WidgetConfig['texts']

/**
 * The owner's texts with one changed. An empty one is none: ours is used again.
 * @param language it counts in; empty: in every one that has none of its own
 */
export function withText(texts: Texts, language: Language | '', key: TextKey, text: string): Texts {
  if (language === '') return changed(texts, key, text.trim() === '' ? undefined : text)
  const inside = withText(texts[language] ?? {}, '', key, text)
  return changed(texts, language, Object.keys(inside).length === 0 ? undefined : inside)
}

/** In its old place, so that undoing a change gives the same code as before it. */
function changed(texts: Texts, key: string, value: unknown): Texts {
  const { [key]: _left, ...others } = texts as Record<string, unknown>
  return value === undefined ? others : { ...texts, [key]: value }
}
