import { myChats } from '../features/chats/chat-queries.ts'
import { useFollowUpCounts } from '../features/follow-ups/use-follow-ups.ts'
import { isUnanswered, type WaitingRequest } from '../features/requests/use-waiting.ts'
import { texts } from '../i18n/texts.ts'
import { useLive } from '../live/use-live.ts'
import type { IconName } from '../ui/Icon.tsx'
import type { Tab } from '../ui/Tabs.tsx'

/** The lists of the desk (A25), in their order: what wants an answer now comes first, what can wait comes last. */
const lists = {
  mine: { label: texts.chats.mine, icon: 'chat' },
  waiting: { label: texts.requests.heading, icon: 'bell' },
  visitors: { label: texts.visitors.heading, icon: 'visitors' },
  team: { label: texts.team.heading, icon: 'team' },
  abandoned: { label: texts.followUps.heading.abandoned, icon: 'missed' },
  callbacks: { label: texts.followUps.heading.callbacks, icon: 'phone' },
} as const satisfies Readonly<Record<string, { label: string; icon: IconName }>>
export type ListTab = keyof typeof lists

export const listName = (tab: ListTab): string => lists[tab].label

/** A tab for each list, with how much in it is new or wants somebody. */
export function useListTabs(waiting: readonly WaitingRequest[] | undefined): Tab<ListTab>[] {
  const unread = useLive(async () => (await myChats()).filter((row) => row.unread > 0).length) ?? 0
  const toFollowUp = useFollowUpCounts()
  const unanswered = waiting?.filter(isUnanswered).length ?? 0
  const counts: Readonly<Partial<Record<ListTab, Pick<Tab<ListTab>, 'count' | 'loud'>>>> = {
    mine: { count: unread, loud: true },
    waiting: { count: unanswered || (waiting?.length ?? 0), loud: unanswered > 0 },
    abandoned: { count: toFollowUp?.abandoned ?? 0 },
    callbacks: { count: toFollowUp?.callbacks ?? 0 },
  }
  return (Object.keys(lists) as ListTab[]).map((key) => ({ key, ...lists[key], ...counts[key] }))
}
