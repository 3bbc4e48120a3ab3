import type { TextKey } from '#shared/i18n/widget/all-texts.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'

/** The owner's texts with one changed. An empty one is none: ours is used again. */
export function withText(texts: WidgetConfig['texts'], key: TextKey, text: string): WidgetConfig['texts'] {
  const { [key]: _replaced, ...others } = texts
  return text.trim() === '' ? others : { ...others, [key]: text }
}
