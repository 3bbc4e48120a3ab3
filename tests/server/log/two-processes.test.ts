import { expect, test } from 'vitest'
import { chatStream } from '#shared/contract/streams.ts'
import { readEvents } from '../../../server/log/stored-events.ts'
import { aChatId, aClientId, accept, aLog, anAgent, aVisitor, carryOut, say, start } from './a-log.ts'
import { onBothDatabases } from './with-database.ts'

const postgres = onBothDatabases.find(({ name }) => name === 'postgres')

test('S3, R3: two processes on one PostgreSQL: of 300 accepts exactly one wins', async () => {
  const { logs } = await twoProcesses()
  const chatId = aChatId()
  await carryOut(logs[0], start(chatId), aVisitor())
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, i) =>
      logs[i % 2 ? 1 : 0].append(accept(chatId), anAgent(`Agent ${i}`), aClientId()),
    ),
  )

  const won = answers.flatMap((answer) => ('refusal' in answer ? [] : answer.events))
  expect(won.map(({ event }) => event.type)).toEqual(['chat-accepted'])
  const told = new Set(answers.flatMap((answer) => ('refusal' in answer ? [answer.refusal.acceptedBy?.id] : [])))
  expect([...told]).toEqual([won[0]?.actor.id])
})

test('S2, S3: two processes on one PostgreSQL: the same 200 messages sent to both are stored once, without a gap', async () => {
  const { dbs, logs } = await twoProcesses()
  const [visitor, chatId] = [aVisitor(), aChatId()]
  await carryOut(logs[0], start(chatId), visitor)
  const ids = Array.from({ length: 200 }, aClientId)
  const answers = await Promise.all(ids.flatMap((id) => logs.map((log) => carryOut(log, say(chatId, id), visitor, id))))

  const stored = await readEvents(dbs[1].query, chatStream(chatId), 1)
  expect(stored.map(({ seq }) => seq)).toEqual(ids.map((_, i) => i + 2))
  expect(new Set(stored.map(({ clientId }) => clientId))).toEqual(new Set(ids))
  expect(answers.filter(({ repeated }) => repeated)).toHaveLength(200)
})

test('S3: two processes on one PostgreSQL: the first command of a chat that both begin at once is carried out once', async () => {
  const { dbs, logs } = await twoProcesses()
  const visitor = aVisitor()
  for (let i = 0; i < 25; i++) {
    const [chatId, id] = [aChatId(), aClientId()]
    // With a command that is refused in between: its lock must not leave a row, nor take another's away.
    const [first, , second] = await Promise.all([
      logs[0].append(start(chatId), visitor, id),
      logs[1].append(accept(chatId), anAgent(), aClientId()),
      logs[1].append(start(chatId), visitor, id),
    ])
    expect('refusal' in first || 'refusal' in second).toBe(false)
    const types = (await readEvents(dbs[0].query, chatStream(chatId), 0)).map(({ event }) => event.type)
    expect(types.filter((type) => type === 'chat-requested')).toHaveLength(1)
    expect(types[0]).toBe('chat-requested')
  }
})

async function twoProcesses() {
  if (!postgres) throw new Error('There is no PostgreSQL among the databases to test on.')
  const { db, another } = await postgres.open()
  const dbs = [db, await another()] as const
  return { dbs, logs: [aLog(dbs[0]), aLog(dbs[1])] as const }
}
