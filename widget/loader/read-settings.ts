import { type ButtonWords, readButtonWords } from '#shared/widget-config/button-config.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'

export type Settings = ButtonWords &
  Partial<WidgetConfig> &
  Pick<WidgetConfig, 'texts'> & { readonly channels?: unknown }

/**
 * What the button needs of the owner's configuration; whatever the page gave, it never throws, and says in one line what was
 * wrong. The rest counts only as the very word that is asked for; the chat checks it and tells what is wrong.
 */
export function readSettings(given = '{}'): Settings {
  const problems: string[] = []
  let values: Partial<WidgetConfig> = {}
  try {
    values = Object(JSON.parse(given))
  } catch {
    problems.push('it must be JSON')
  }
  const settings = { ...values, ...readButtonWords(values, problems), texts: Object(values.texts) }
  if (problems[0]) console.warn('Deskbell:', problems.join(', '))
  return settings
}
