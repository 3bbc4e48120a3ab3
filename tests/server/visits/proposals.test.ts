import { describe, expect, test } from 'vitest'
import { everyone } from '#shared/contract/ids.ts'
import { visitLease } from '#shared/contract/visits.ts'
import { refusalOf } from '../../support/refusals.ts'
import { onBothDatabases } from '../log/with-database.ts'
import { aChatId, aClientId, aDesk, type Desk } from './a-desk.ts'
import { aTab, pageAt } from './a-site.ts'

const start = Date.UTC(2026, 10, 21, 12)
const minute = 60_000

describe.each(onBothDatabases)('chats that agents begin, on $name', ({ open }) => {
  async function begin() {
    const desk = aDesk((await open()).db, { now: start })
    const [ada, vera, tab] = [await desk.agent('Ada'), await desk.site.visitor(), aTab()]
    await desk.site.says(vera, tab, 'active', { path: '/lamps', language: 'de' })
    return { desk, ada, vera, tab, chatId: aChatId() }
  }
  const asking = (desk: Desk) => desk.group({ proactive: 'asked' }, [])
  const saysInChat = (chatId: ReturnType<typeof aChatId>, text = 'Yes, please') =>
    ({ type: 'send-message', chatId, text }) as const

  test('A4, W14: a visitor who is online is in it at once, with the agent and the first message', async () => {
    const { desk, ada, vera, chatId } = await begin()
    const { events } = await desk.propose(ada, vera, { chatId })
    expect(events.map(({ event }) => event)).toEqual([
      {
        type: 'chat-proposed',
        visitor: { id: vera.id, name: 'Vera' },
        page: pageAt('/lamps'),
        language: 'de',
        group: { id: everyone, name: 'Everyone' },
        agent: { id: ada.id, name: 'Ada' },
        asked: false,
      },
      { type: 'message-sent', text: 'May I help you?' },
    ])
    expect(await desk.queries.chat(chatId)).toMatchObject({ phase: 'active', invitation: 'joined' })
    expect(await desk.site.find(vera)).toMatchObject({ chatId, dot: 'green' })
    expect(await desk.command(saysInChat(chatId), vera)).not.toHaveProperty('refusal')
    await desk.settle()
    // Nobody else is rung for it.
    expect(await desk.offersOf(chatId)).toEqual([])
  })

  test('W14: where the group asks first, the visitor is pink and cannot write until they have accepted', async () => {
    const { desk, ada, vera, chatId } = await begin()
    await desk.propose(ada, vera, { chatId, group: await asking(desk) })
    expect(await desk.queries.chat(chatId)).toMatchObject({ phase: 'active', invitation: 'asked' })
    expect(await desk.site.find(vera)).toMatchObject({ chatId, dot: 'pink' })
    const early = await desk.command(saysInChat(chatId), vera)
    expect(early).toMatchObject({ refusal: { code: 'chat-not-accepted' } })
    const { events } = await desk.answer(vera, chatId, true)
    expect(events.map(({ event }) => event.type)).toEqual(['invitation-accepted'])
    expect(await desk.site.find(vera)).toMatchObject({ chatId, dot: 'green' })
    expect(await desk.command(saysInChat(chatId), vera)).not.toHaveProperty('refusal')
  })

  test('W14: one who declines has missed it; it is on nobody’s list, and the agent is free again', async () => {
    const { desk, ada, vera, chatId } = await begin()
    await desk.propose(ada, vera, { chatId, group: await asking(desk) })
    const { events } = await desk.answer(vera, chatId, false)
    expect(events.map(({ event }) => event)).toEqual([
      { type: 'chat-ended', outcome: 'missed', reason: 'invitation-declined' },
    ])
    const row = await desk.db.query.selectFrom('chat').selectAll().where('id', '=', chatId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ phase: 'ended', outcome: 'missed', follow_up: null, invited: 0 })
    expect(await desk.db.query.selectFrom('chat_agent').select('active').execute()).toEqual([{ active: 0 }])
    expect(await desk.site.find(vera)).toMatchObject({ chatId: null, dot: 'green' })
    // They may be asked again.
    await desk.propose(ada, vera)
  })

  test('W14: of many answers from many tabs exactly one counts; a repeated one gets the same answer', async () => {
    const { desk, ada, vera, chatId } = await begin()
    await desk.propose(ada, vera, { chatId, group: await asking(desk) })
    const clientIds = Array.from({ length: 20 }, aClientId)
    const answerAll = () =>
      Promise.all(
        clientIds.map((clientId, i) =>
          desk.answer(vera, chatId, i % 2 === 0, clientId).then(
            ({ events }) => events.map(({ event }) => event.type),
            ({ refusal }) => `refused: ${refusal.code}`,
          ),
        ),
      )
    const first = await answerAll()
    const counted = first.filter((answer) => Array.isArray(answer) && answer.length)
    expect(counted).toHaveLength(1)
    const accepted = (await desk.queries.chat(chatId))?.invitation === 'accepted'
    expect(counted).toEqual([[accepted ? 'invitation-accepted' : 'chat-ended']])
    const refused = first.filter((answer) => typeof answer === 'string')
    expect(new Set(refused)).toEqual(new Set([accepted ? 'refused: already-accepted' : 'refused: chat-ended']))
    expect(refused).toHaveLength(10)
    expect(await answerAll()).toEqual(first)
  })

  test('P4: refused with a sentence while the visitor is away, after they have left, and of whom nobody knows', async () => {
    const { desk, ada, vera, tab, chatId } = await begin()
    await desk.site.says(vera, tab, 'away', { path: '/lamps' })
    const away = await refusalOf(desk.propose(ada, vera, { chatId }))
    expect(away).toMatchObject({ code: 'visitor-not-online', message: expect.stringMatching(/away.*Nothing was sent/) })
    await desk.site.says(vera, tab, 'active', { path: '/lamps' })
    desk.clock.now += visitLease.leaseFor
    expect((await refusalOf(desk.propose(ada, vera, { chatId }))).code).toBe('visitor-not-online')
    await desk.site.says(vera, tab, 'active', { path: '/lamps' })
    await desk.site.says(vera, tab, 'gone', { path: '/lamps' })
    const left = await refusalOf(desk.propose(ada, vera, { chatId }))
    expect(left).toMatchObject({ code: 'visitor-not-online', message: expect.stringMatching(/left/) })
    expect((await refusalOf(desk.propose(ada, ada, { chatId }))).code).toBe('visitor-not-online')
    expect(await desk.db.query.selectFrom('stream').selectAll().execute()).toEqual([])
    await desk.site.says(vera, tab, 'active', { path: '/lamps' })
    await desk.propose(ada, vera, { chatId })
  })

  test('A4: refused while the visitor is in a chat; of many agents at once one begins it', async () => {
    const { desk, ada, vera } = await begin()
    const agents = [ada]
    for (let i = 1; i < 12; i++) agents.push(await desk.agent(`Agent ${i}`))
    const answers = await Promise.allSettled(agents.map((agent) => desk.propose(agent, vera)))
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.refusal.code] : []))
    expect(refusals).toEqual(Array.from({ length: 11 }, () => 'already-started'))
    const wim = await desk.site.visitor('Wim')
    await desk.site.says(wim, aTab(), 'active')
    await desk.ask(everyone, wim)
    expect((await refusalOf(desk.propose(ada, wim))).code).toBe('already-started')
  })

  test('S2: a repeated command is answered as it was, also when the visitor has gone meanwhile', async () => {
    const { desk, ada, vera, tab, chatId } = await begin()
    const clientId = aClientId()
    const first = await desk.propose(ada, vera, { chatId, clientId })
    await desk.site.says(vera, tab, 'gone', { path: '/lamps' })
    expect(await desk.propose(ada, vera, { chatId, clientId })).toEqual(first)
  })

  test('L1: an invitation that nobody answers ends by itself, missed, after a warning, and is on nobody’s list', async () => {
    const { desk, ada, vera, chatId } = await begin()
    await desk.propose(ada, vera, { chatId, group: await asking(desk) })
    await desk.settle()
    for (let i = 0; i < 12; i++) {
      desk.clock.now += minute
      await desk.beat()
    }
    expect(await desk.queries.chat(chatId)).toMatchObject({ phase: 'ended', outcome: 'missed', invitation: 'asked' })
    const row = await desk.db.query.selectFrom('chat').selectAll().where('id', '=', chatId).executeTakeFirstOrThrow()
    expect(row.follow_up).toBeNull()
    expect((await refusalOf(desk.answer(vera, chatId, true))).code).toBe('chat-ended')
  })

  test('R4: it counts for how many chats an agent takes: offers beyond that are withdrawn, and pass on', async () => {
    const { desk, vera } = await begin()
    const eve = await desk.agent('Eve', { capacity: 1 })
    const group = await desk.group({ offer: 'ring-all' }, [eve])
    const waiting = await desk.ask(group)
    await desk.settle()
    expect(await desk.offersOf(waiting)).toEqual([eve.id])
    const chatId = aChatId()
    await desk.propose(eve, vera, { chatId })
    await desk.settle()
    expect(await desk.offersOf(waiting)).toEqual([])
    await desk.command({ type: 'end-chat', chatId }, eve)
    await desk.settle()
    expect(await desk.offersOf(waiting)).toEqual([eve.id])
  })

  test('L2: the agent who leaves it before the visitor has taken it up ends it: nobody else is rung for nothing', async () => {
    const { desk, ada, vera, chatId } = await begin()
    await desk.agent('Ben')
    await desk.propose(ada, vera, { chatId })
    await desk.command({ type: 'leave-chat', chatId }, ada)
    await desk.settle()
    expect(await desk.queries.chat(chatId)).toMatchObject({ phase: 'ended', outcome: 'completed' })
    const another = aChatId()
    await desk.propose(ada, vera, { chatId: another })
    await desk.command(saysInChat(another), vera)
    await desk.command({ type: 'leave-chat', chatId: another }, ada)
    await desk.settle()
    expect(await desk.queries.chat(another)).toMatchObject({ phase: 'waiting' })
    expect(await desk.offersOf(another)).toHaveLength(1)
  })
})
