import type { Beginning } from '#shared/client/outbox.ts'
import type { GroupId } from '#shared/contract/ids.ts'
import { groupForPage, type MoreConfig } from '#shared/widget-config/more-config.ts'
import type { Visit } from '../boot/visit.ts'
import { beginningDraft } from '../chat/sender.ts'

/** What the visitor chose and wrote before the chat began; kept until it has. */
export interface BeginningDraft {
  readonly group?: string
  readonly description?: string
}

export const readDraft = ({ keep }: Pick<Visit, 'keep'>): BeginningDraft => keep.get(beginningDraft) ?? {}

/** The group that a chat begun now goes to, empty for Everyone: the visitor's choice (W12), the page's (W9r), the widget's (W8). */
export function groupNow(visit: Pick<Visit, 'keep' | 'page'>, config: MoreConfig): string {
  const chosen = config.groupChoice === 'ask' && readDraft(visit).group
  return chosen || groupForPage(config, visit.page.url)
}

/** What a chat begun now begins with besides its page and language. */
export function detailsNow(visit: Pick<Visit, 'keep' | 'page'>, config: MoreConfig): Partial<Beginning> {
  const group = groupNow(visit, config)
  const description = config.description === 'ask' && readDraft(visit).description?.trim()
  return { ...(group && { group: group as GroupId }), ...(description && { description }) }
}
