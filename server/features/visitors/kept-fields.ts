import { isInternal } from '#shared/contract/streams.ts'
import type { KnownField } from '#shared/contract/visitor-fields.ts'
import type { Reaction } from '../../log/react.ts'
import type { Database } from '../../store/database.ts'

/** As many as several forms of one owner ask. */
const kept = 60

/** Keeps what a visitor answered before a chat for those that come later (W9): of each field what they said last. */
export const keepFields = ({ query }: Database): Reaction => ({
  name: 'keep-fields',
  concerns: ({ type }) => type === 'chat-requested',
  async handle(events) {
    for (const { event, stream } of events) {
      if (event.type !== 'chat-requested' || !event.fields?.length || isInternal(stream)) continue
      const { visitor, fields } = event
      await query.transaction().execute(async (tx) => {
        // Locks the row, so that of two chats at once none is lost.
        await tx
          .updateTable('visitor')
          .set((eb) => ({ fields: eb.ref('fields') }))
          .where('id', '=', visitor.id)
          .execute()
        const row = await tx.selectFrom('visitor').select('fields').where('id', '=', visitor.id).executeTakeFirst()
        const together = JSON.stringify(lastOfEach(readFields(row?.fields), fields))
        await tx.updateTable('visitor').set({ fields: together }).where('id', '=', visitor.id).execute()
      })
    }
  },
})

/** @param text as the visitor's row has it */
export const readFields = (text: string | null | undefined): KnownField[] => (text ? JSON.parse(text) : [])

/** An event that is handled again changes nothing. */
function lastOfEach(before: readonly KnownField[], now: readonly KnownField[]): KnownField[] {
  const fields = new Map(before.map((field) => [field.key, field]))
  for (const field of now) {
    const known = fields.get(field.key)
    if (!known || known.at <= field.at) fields.set(field.key, field)
  }
  return [...fields.values()].toSorted((a, b) => b.at - a.at).slice(0, kept)
}
