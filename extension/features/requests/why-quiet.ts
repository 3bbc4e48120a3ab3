import { liveOffers } from '#shared/domain/chat/offering.ts'
import type { ChatRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'

const t = texts.requests

/** Why a chat that waits does not ring for this account's agent. */
export function whyQuiet({ chat, declined }: ChatRow): string {
  if (chat.to) return texts.team.ringsLater
  if (declined) return t.declined
  return liveOffers(chat).length ? t.toColleague : t.toNobody
}
