import type { ChatId } from '#shared/contract/ids.ts'
import { type AccountId, db } from './db.ts'

/** What the agent chose in this browser, for all accounts. */
export interface Settings {
  /** Of the ring, 0 (none) to 1. */
  readonly volume: number
  /** Enter sends and Shift+Enter breaks the line; false swaps them (A18). */
  readonly enterSends: boolean
  /** The chat that the agent asked to see, from a notification: surfaces that show `at` newer than what they know go there. */
  readonly openChat: { readonly accountId: AccountId; readonly chatId: ChatId; readonly at: number } | null
}
export type SettingRow = { [K in keyof Settings]: { readonly key: K; readonly value: Settings[K] } }[keyof Settings]

export const defaultSettings: Settings = { volume: 0.8, enterSends: true, openChat: null }

export async function readSetting<K extends keyof Settings>(key: K): Promise<Settings[K]> {
  const row = await db.settings.get(key)
  return row ? (row.value as Settings[K]) : defaultSettings[key]
}

export async function writeSetting<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
  await db.settings.put({ key, value } as SettingRow)
}
