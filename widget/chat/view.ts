import type { Language } from '#shared/i18n/languages.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { TextKey } from '#shared/i18n/widget/all-texts.ts'
import type { Visit } from '../boot/visit.ts'
import type { Waiting } from '../waiting/open-waiting.ts'
import type { Sender } from './sender.ts'

/** What every part of the panel is given. */
export interface View {
  readonly visit: Visit
  readonly sender: Sender
  readonly language: Language
  /** Comes when the server has the chat; until then `t` lacks its words. */
  readonly waiting: Waiting | null
  readonly t: Translate<TextKey>
}
