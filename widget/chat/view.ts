import type { Availability } from '#shared/contract/presence.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { TextKey } from '#shared/i18n/widget/all-texts.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'
import type { BeginningPart } from '../beginning/open-beginning.ts'
import type { Visit } from '../boot/visit.ts'
import type { History } from '../history/open-history.ts'
import type { Privacy } from '../privacy/open-privacy.ts'
import type { Waiting } from '../waiting/open-waiting.ts'
import type { ConversationPart } from './open-conversation.ts'
import type { Others } from './others.ts'
import type { Sender } from './sender.ts'

/** What every part of the panel is given. */
export interface View {
  readonly visit: Visit
  readonly sender: Sender
  readonly others: Others
  readonly config: WidgetConfig
  /** The owner has set how chats begin: none does before `beginning` is there. */
  readonly asksMore: boolean
  readonly language: Language
  /** Whether anybody could answer a chat that begins now, as far as it is known. */
  readonly availability: Availability | null
  /** Comes before the first message is sent. */
  readonly conversation: ConversationPart | null
  /** Comes where beginning takes more than a name; until then `t` lacks its words. */
  readonly beginning: BeginningPart | null
  /** Comes when the server has the chat; until then `t` lacks its words. */
  readonly waiting: Waiting | null
  /** Comes when the visitor asks for their earlier chats. */
  readonly history: History | null
  /** Comes when the visitor asks for their data. */
  readonly privacy: Privacy | null
  /** The visitor's earlier chats, in the place of the current one. */
  readonly showHistory: () => void
  /** What the visitor may have of their data, in the place of the chat. */
  readonly showData: () => void
  readonly t: Translate<TextKey>
}
