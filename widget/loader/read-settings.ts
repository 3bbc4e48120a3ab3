import type { WidgetConfig } from '#shared/widget-config/config.ts'

export type Settings = Partial<WidgetConfig> & Pick<WidgetConfig, 'color' | 'side' | 'texts'>

/**
 * What the button needs of the owner's configuration; whatever the page gave, it never throws. Checked is what a style is
 * made of. The rest counts only as the very word that is asked for; the chat checks all and tells what is wrong.
 */
export function readSettings(given = '{}'): Settings {
  let values: Partial<WidgetConfig> = {}
  try {
    values = Object(JSON.parse(given))
  } catch {
    // As if nothing was set.
  }
  const { color = '', side, texts } = values
  return {
    ...values,
    color: /^#[\da-f]{6}$/i.test(color) ? color : '#1f5eff',
    side: side === 'left' ? side : 'right',
    texts: Object(texts),
  }
}
