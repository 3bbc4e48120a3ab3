import type { Person } from '#shared/contract/actors.ts'
import { everyone } from '#shared/contract/ids.ts'
import { foldText } from '#shared/domain/text/fold-text.ts'
import type { AccountId, ChatRow, FollowUpRow } from '../../core/db.ts'
import { type Groups, groupOf } from '../../core/groups.ts'
import type { ChannelKind, ListFilter } from '../../core/settings.ts'
import { visitorName } from '../../i18n/visitor-name.ts'

/** What a filter looks at in a chat. */
export interface Subject {
  readonly accountId: AccountId
  readonly chat: { readonly visitor: Person; readonly group: ChatRow['chat']['group'] }
  readonly channel: ChannelKind
  /** In which the words are looked for. */
  readonly texts: readonly (string | null | undefined)[]
}

export type Passes = (subject: Subject) => boolean

/** Whether a chat is shown (A12). */
export function chatFilter({ groups: wanted, channel, text }: ListFilter, groups: Groups): Passes {
  const words = foldText(text).split(/\s+/).filter(Boolean)
  const isInGroup = (subject: Subject) => {
    if (wanted === 'all') return true
    if (wanted === 'mine') return groupOf(groups, subject)?.isMine === true
    return subject.accountId === wanted.accountId && (subject.chat.group?.id ?? everyone) === wanted.groupId
  }
  return (subject) => {
    if (!isInGroup(subject) || (channel !== 'all' && subject.channel !== channel)) return false
    if (!words.length) return true
    const searched = foldText(subject.texts.join('\n'))
    return words.every((word) => searched.includes(word))
  }
}

export const isFiltering = ({ groups, channel, text }: ListFilter): boolean =>
  groups !== 'all' || channel !== 'all' || text.trim() !== ''

export function subjectOf({ accountId, chat }: ChatRow): Subject {
  const { visitor, to, description, lastMessage, page, callback, leftMessage } = chat
  return {
    accountId,
    chat,
    channel: to ? 'colleague' : callback ? 'callback' : leftMessage ? 'message' : 'live-chat',
    texts: [visitorName(visitor), to?.name, description, lastMessage?.text, page.title, page.url, leftMessage?.text],
  }
}

export function subjectOfFollowUp({ accountId, followUp }: FollowUpRow): Subject {
  const { chat, callback, leftMessage } = followUp
  return {
    accountId,
    chat,
    channel: callback ? 'callback' : leftMessage ? 'message' : 'live-chat',
    texts: [visitorName(chat.visitor), callback?.note, callback?.phone, leftMessage?.text, leftMessage?.email],
  }
}
