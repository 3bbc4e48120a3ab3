import type { StatusId } from '#shared/contract/groups.ts'
import type { Dot } from '#shared/contract/presence.ts'

/** What is known of an agent's presence. */
export interface PresenceFacts {
  readonly status: StatusId
  readonly takesChats: boolean
  /** An extension of theirs has renewed its lease lately. */
  readonly connected: boolean
  /** The browser says that nobody is at it, in every extension of theirs. */
  readonly idle: boolean
}

/** The statuses that every server has (P2). */
export const builtInStatuses = [
  { id: 'online' as StatusId, name: 'Online', takesChats: true },
  { id: 'away' as StatusId, name: 'Away', takesChats: false },
  { id: 'busy' as StatusId, name: 'Busy', takesChats: false },
  { id: 'offline' as StatusId, name: 'Offline', takesChats: false },
] as const

/** An agent's presence as everybody sees it (P1). Who is not there is black, whatever they chose. */
export function agentDot({ status, takesChats, connected, idle }: PresenceFacts): Dot {
  if (!connected || status === 'offline') return 'black'
  if (!takesChats) return status === 'away' ? 'yellow' : 'red'
  return idle ? 'yellow' : 'green'
}

/** Whether chats may be offered, but for how many they have (R11). */
export const takesChatsNow = ({ takesChats, connected, idle }: PresenceFacts): boolean =>
  takesChats && connected && !idle

/** Somebody in a conversation: invited and not there yet, or gone from it, is pink (P1). */
export const participantDot = (presence: Dot, place: 'in' | 'invited' | 'left'): Dot =>
  place === 'in' ? presence : 'pink'

/** What a dot says to who cannot see it. Interfaces translate it by the dot's own name. */
export const dotTexts: Readonly<Record<Dot, string>> = {
  green: 'Active',
  yellow: 'Away',
  pink: 'Not in the chat',
  red: 'Unavailable',
  black: 'Signed out',
}
