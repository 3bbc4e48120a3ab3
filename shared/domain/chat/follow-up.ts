import { isOfPreview } from '../preview/preview-ids.ts'
import type { Chat } from './chat.ts'

export type FollowUpList = 'abandoned' | 'callbacks'

/** The list on which an ended chat stays until somebody says **Done** (R12, A25, A26); nothing when it needs nobody. */
export function followUpList(chat: Chat): FollowUpList | null {
  if (chat.phase !== 'ended' || chat.outcome === 'completed' || isFollowedUp(chat)) return null
  // Colleagues find each other again.
  if (chat.to) return null
  // Nobody was there (G4), or nobody can be reached any more (W31).
  if (isOfPreview(chat.visitor.id) || chat.erased) return null
  // Nobody asked for it: the visitor did not take up what an agent proposed.
  if (chat.invitation === 'asked') return null
  return chat.outcome === 'callback' ? 'callbacks' : 'abandoned'
}

/** Since it was last reopened. */
const isFollowedUp = ({ followedUpBy, followedUpRound = 1, round }: Chat) => followedUpBy && followedUpRound === round
