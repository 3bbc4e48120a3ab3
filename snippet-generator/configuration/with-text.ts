import type { WidgetTextKey } from '#shared/i18n/widget/en.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'

/** The owner's texts with one changed. An empty one is none: ours is used again. */
export function withText(texts: WidgetConfig['texts'], key: WidgetTextKey, text: string): WidgetConfig['texts'] {
  const { [key]: _replaced, ...others } = texts
  return text.trim() === '' ? others : { ...others, [key]: text }
}
