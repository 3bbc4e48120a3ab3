import type { ChatId, GroupId } from '#shared/contract/ids.ts'
import type { QuietHours } from '#shared/domain/do-not-disturb/do-not-disturb.ts'
import { type AccountId, db } from './db.ts'

/** What rings: a desk bell, two notes of a chime, a wooden knock, or a telephone of old. */
export const sounds = ['bell', 'chime', 'wood', 'phone'] as const
export type Sound = (typeof sounds)[number]

/** By which way somebody came: they talk, want to be called, left a message, or are a colleague. */
export const channelKinds = ['live-chat', 'callback', 'message', 'colleague'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** Which chats the lists show (A12). */
export interface ListFilter {
  /** All, those of the groups that the agent is in, or those of one group. */
  readonly groups: 'all' | 'mine' | { readonly accountId: AccountId; readonly groupId: GroupId }
  readonly channel: 'all' | ChannelKind
  /** Words that must all be found. */
  readonly text: string
}
export const noFilter: ListFilter = { groups: 'all', channel: 'all', text: '' }

/** What the agent chose in this browser, for all accounts. */
export interface Settings {
  /** Of the ring, 0 (none) to 1. */
  readonly volume: number
  readonly sound: Sound
  /** When nothing rings and no notification appears (A22). */
  readonly doNotDisturb: QuietHours
  readonly listFilter: ListFilter
  /** Enter sends and Shift+Enter breaks the line; false swaps them (A18). */
  readonly enterSends: boolean
  /** The chat that the agent asked to see, from a notification: surfaces that show `at` newer than what they know go there. */
  readonly openChat: { readonly accountId: AccountId; readonly chatId: ChatId; readonly at: number } | null
  /** The page whose visitors the agent asked to see (A42): as `openChat`. */
  readonly openVisitors: { readonly page: string; readonly at: number } | null
}
export type SettingRow = { [K in keyof Settings]: { readonly key: K; readonly value: Settings[K] } }[keyof Settings]

export const defaultSettings: Settings = {
  volume: 0.8,
  sound: 'bell',
  doNotDisturb: { on: false, from: 20 * 60, to: 8 * 60, days: [0, 1, 2, 3, 4, 5, 6] },
  listFilter: noFilter,
  enterSends: true,
  openChat: null,
  openVisitors: null,
}

export async function readSetting<K extends keyof Settings>(key: K): Promise<Settings[K]> {
  const row = await db.settings.get(key)
  return row ? (row.value as Settings[K]) : defaultSettings[key]
}

export async function writeSetting<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
  await db.settings.put({ key, value } as SettingRow)
}

/** Changes a setting from what it is by then: of two changes that follow each other quickly none is lost. */
export const changeSetting = <K extends keyof Settings>(
  key: K,
  change: (before: Settings[K]) => Settings[K],
): Promise<void> => db.transaction('rw', db.settings, async () => writeSetting(key, change(await readSetting(key))))
