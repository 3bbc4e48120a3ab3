import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { db } from '../../../extension/core/db.ts'
import { aChat, anAccount, deskOf } from '../../support/desk-data.ts'

test('R1: chats that an earlier version stored are brought up to date, also with what it did not understand', async () => {
  const account = anAccount()
  const rings = aChat({ account })
  const data = deskOf([account], [rings, aChat({ account }).offeredTo('Mia'), aChat({ account }).accepted().ended()])
  // As it was before offers: the events lie there, and nothing came of them.
  const before = new Dexie('deskbell')
  before.version(1).stores(schema(1))
  await before.table('accounts').bulkPut(data.accounts)
  await before.table('events').bulkPut(data.events)
  await before
    .table('chats')
    .bulkPut(data.chats.map(({ offer: _, chat: { offering: __, round: ___, ...chat }, ...row }) => ({ ...row, chat })))
  before.close()

  await db.open()
  const rows = await db.chats.toArray()
  expect(new Set(rows.map(({ chatId, offer, chat }) => ({ chatId, mode: offer?.mode, phase: chat.phase })))).toEqual(
    new Set(
      data.chats.map(({ chatId, chat }) => ({
        chatId,
        mode: chatId === rings.chatId ? 'ring-all' : undefined,
        phase: chat.phase,
      })),
    ),
  )
  expect(rows.every(({ chat }) => chat.offering.round === 1)).toBe(true)
})

/** The tables of a version, as the database declares them. */
function schema(version: number): Record<string, string> {
  const declared = db as unknown as { _versions: { _cfg: { version: number; storesSource: Record<string, string> } }[] }
  const found = declared._versions.find(({ _cfg }) => _cfg.version === version)
  if (!found) throw new Error(`There is no version ${version}`)
  return found._cfg.storesSource
}
