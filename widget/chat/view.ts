import type { Language } from '#shared/i18n/languages.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { WidgetTextKey } from '#shared/i18n/widget/en.ts'
import type { Visit } from '../boot/visit.ts'
import type { Sender } from './sender.ts'

/** What every part of the panel is given. */
export interface View {
  readonly visit: Visit
  readonly sender: Sender
  readonly language: Language
  readonly t: Translate<WidgetTextKey>
}
