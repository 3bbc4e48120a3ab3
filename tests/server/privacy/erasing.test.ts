import { describe, expect, test } from 'vitest'
import { chatStream } from '#shared/contract/streams.ts'
import { decideChat } from '../../../server/domain/chats/decide-chat.ts'
import { eraseChatsTimer, forgetVisitor } from '../../../server/features/privacy/erase-visitor.ts'
import { privacyTimers } from '../../../server/features/privacy/privacy-timers.ts'
import { readEvents } from '../../../server/log/stored-events.ts'
import { aChatServer } from '../chats/chat-server.ts'
import { aChatId, aClientId, anActiveChat, anAgent, aVisitor, carryOut, end, say, start } from '../log/a-log.ts'
import { onBothDatabases } from '../log/with-database.ts'

describe.each(onBothDatabases)('erasing on $name', ({ open }) => {
  test('W31: what a server that died had begun, the timer finishes, once', async () => {
    const { db } = await open()
    const { log, published } = await aChatServer(db)
    const { chatId, visitor, agent } = await anActiveChat(log, aVisitor('Wilhelmina'))
    await carryOut(log, say(chatId, 'my knee hurts'), visitor)

    expect(await forgetVisitor(db, visitor.id, 1_000)).toBe(1)
    const timer = await db.query.selectFrom('timer').selectAll().where('kind', '=', eraseChatsTimer).execute()
    expect(timer).toMatchObject([{ key: visitor.id, due_at: 1_000 }])
    const fire = privacyTimers(db, log)[eraseChatsTimer]
    expect(await fire?.({ kind: eraseChatsTimer, key: visitor.id, data: null }, 2_000)).toBeNull()
    const events = await readEvents(db.query, chatStream(chatId), 0)
    expect(JSON.stringify(events)).not.toMatch(/Wilhelmina|knee/)
    expect(events.map(({ event }) => event.type)).toEqual([
      ...['chat-requested', 'chat-accepted', 'message-sent', 'chat-ended', 'visitor-erased'],
    ])
    // Every agent may have a copy; nobody is told what was in it.
    await log.drain()
    const told = published.filter(({ data }) => 'events' in data && JSON.stringify(data).includes('visitor-erased'))
    expect(told.flatMap(({ channels }) => channels)).toEqual(
      expect.arrayContaining(['private-agents', `private-agent-${agent.id}`]),
    )
    expect(JSON.stringify(told)).not.toContain('Wilhelmina')

    await fire?.({ kind: eraseChatsTimer, key: visitor.id, data: null }, 3_000)
    expect(await readEvents(db.query, chatStream(chatId), 0)).toEqual(events)
  })

  test('W31: nobody erases but the visitor themself, and who is erased is written to no more', async () => {
    const { db } = await open()
    const { log, queries } = await aChatServer(db)
    const { chatId, visitor, agent } = await anActiveChat(log)
    const erase = { type: 'erase-visitor', chatId } as const
    for (const actor of [agent, anAgent('Ben'), aVisitor('Wim')])
      expect(await log.append(erase, actor, aClientId())).toMatchObject({ refusal: { message: expect.any(String) } })
    await carryOut(log, end(chatId), agent)

    const left = aChatId()
    const begin = { page: { url: 'https://shop.example/', title: 'Shop' }, language: 'en' }
    await carryOut(log, { ...begin, type: 'start-chat', chatId: left }, visitor)
    await carryOut(
      log,
      { type: 'leave-message', chatId: left, email: 'wil@quist.example', text: 'Hi', open: false },
      visitor,
    )
    await carryOut(log, { type: 'erase-visitor', chatId: left }, visitor)
    const erased = await queries.chat(left)
    const answer = { type: 'answer-by-mail', chatId: left, text: 'Hello' } as const
    expect(decideChat(erased, answer, agent, Date.now())).toMatchObject({ refusal: { code: 'not-found' } })
  })

  test('W31: a chat that has not begun there is nothing of', async () => {
    const { db } = await open()
    const { log } = await aChatServer(db)
    const [chatId, visitor] = [aChatId(), aVisitor()]
    expect(await log.append({ type: 'erase-visitor', chatId }, visitor, aClientId())).toHaveProperty('refusal')
    await carryOut(log, start(chatId), visitor)
    expect((await carryOut(log, { type: 'erase-visitor', chatId }, visitor)).events.map(({ event }) => event)).toEqual([
      { type: 'chat-ended', outcome: 'abandoned', reason: 'visitor-erased' },
      { type: 'visitor-erased' },
    ])
  })
})
