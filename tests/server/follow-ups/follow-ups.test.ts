import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import { defaultGroupSettings } from '#shared/contract/groups.ts'
import type { ChatId, GroupId } from '#shared/contract/ids.ts'
import {
  type ApiPerson,
  aClientId,
  anAdministrator,
  anAgent,
  aVisitor,
  aWaitingChat,
} from '../../support/api-people.ts'
import { startMailServer } from '../../support/mail-server.ts'
import { startServer, type TestServer } from '../../support/server.ts'

const page = { url: 'https://shop.example/lamps', title: 'Lamps' }
const newChat = () => crypto.randomUUID() as string as ChatId
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'carried out',
    (error: unknown) => (error instanceof ApiError ? error.refusal?.code : error),
  )

describe('other ways than waiting', { timeout: 60_000 }, () => {
  let mail: Awaited<ReturnType<typeof startMailServer>>
  let server: TestServer
  let agent: ApiPerson
  let administrator: ApiPerson
  const closed = crypto.randomUUID() as string as GroupId
  beforeAll(async () => {
    mail = await startMailServer()
    server = await startServer({ env: { DESKBELL_SMTP_URL: mail.url } })
    administrator = await anAdministrator(server)
    agent = await anAgent(server, administrator)
    const hours = { zone: 'Etc/UTC', week: Array.from({ length: 7 }, () => []), holidays: [] }
    const settings = { ...defaultGroupSettings, hours }
    await administrator.api.saveGroup({ params: { groupId: closed }, body: { name: 'Closed', settings, members: [] } })
  }, 60_000)
  afterAll(async () => {
    await server.remove()
    await mail.stop()
  })

  const callback = { phone: '030 901820', country: 'DE', note: 'About lamps', preferredTimes: 'mornings' }

  it('W17: a callback has to wait a minute, but not outside office hours', async () => {
    const visitor = await aVisitor(server)
    const open = await aWaitingChat(visitor)
    const ask = (chatId: ChatId) =>
      visitor.api.requestCallback({ params: { chatId }, body: { clientId: aClientId(), ...callback } })
    expect(await codeOf(ask(open))).toBe('not-yet')
    const chatId = newChat()
    await visitor.api.startChat({ body: { chatId, clientId: aClientId(), page, language: 'en', group: closed } })
    await expect
      .poll(() => visitor.api.getQueuePlace({ params: { chatId } }))
      .toMatchObject({ phase: 'waiting', place: 1, open: false, options: ['leave-message', 'callback'], mayEnd: true })
    const { events } = await ask(chatId)
    expect(events.map(({ event }) => event)).toEqual([
      {
        type: 'callback-requested',
        callback: { phone: '+4930901820', note: 'About lamps', preferredTimes: 'mornings' },
      },
      { type: 'chat-ended', outcome: 'callback', reason: 'callback-requested' },
    ])
  })

  it('W17, A26: a callback as a channel of its own is one request, and listed until somebody is done', async () => {
    const visitor = await aVisitor(server)
    const chatId = newChat()
    const begin = { page, language: 'de' }
    const body = { clientId: aClientId(), ...callback, begin }
    const first = await visitor.api.requestCallback({ params: { chatId }, body })
    expect(await visitor.api.requestCallback({ params: { chatId }, body })).toEqual(first)
    const listed = async () => {
      const { followUps } = await agent.api.listFollowUps({ query: { list: 'callbacks' } })
      return followUps.find(({ chat }) => chat.chatId === chatId)
    }
    expect(await listed()).toMatchObject({ callback: { phone: '+4930901820' }, chat: { outcome: 'callback' } })
    await agent.api.followUp({ params: { chatId }, body: { clientId: aClientId() } })
    expect(await listed()).toBe(undefined)
  })

  it('W18: a number that cannot be called is refused, and the chat goes on', async () => {
    const visitor = await aVisitor(server)
    const chatId = newChat()
    for (const phone of ['12', 'call me', '+49 (0', '<b>1</b>']) {
      const body = { clientId: aClientId(), phone, begin: { page, language: 'en' } }
      expect(await codeOf(visitor.api.requestCallback({ params: { chatId }, body }))).toBe('invalid-phone-number')
    }
    expect((await visitor.api.sync({ body: { logId: null, streams: {} } })).streams).toEqual([])
  })

  it('W5, W23: the answer to a message that was left comes by e-mail, once, and only there', async () => {
    const visitor = await aVisitor(server, 'Vera\r\nBcc: everybody@shop.example')
    const chatId = newChat()
    const begin = { page, language: 'en' }
    const body = { clientId: aClientId(), email: ' vera@home.example ', text: 'Do you ship\nlamps?', begin }
    await visitor.api.leaveMessage({ params: { chatId }, body })
    const { followUps } = await agent.api.listFollowUps({ query: { list: 'abandoned' } })
    expect(followUps.find(({ chat }) => chat.chatId === chatId)).toMatchObject({
      leftMessage: { email: 'vera@home.example' },
      answered: false,
    })
    const answer = { clientId: aClientId(), text: 'Yes, everywhere.\n.\nQUIT' }
    await agent.api.answerByMail({ params: { chatId }, body: answer })
    await agent.api.answerByMail({ params: { chatId }, body: answer })
    await expect.poll(() => mail.received.length).toBe(1)
    const [got] = mail.received
    expect(got).toMatchObject({ from: 'chat@shop.example', to: ['vera@home.example'] })
    expect(got?.source).toContain('Subject: Anna has answered your message')
    expect(got?.source).toContain('> Do you ship')
    expect(got?.source).toContain(`Message-ID: <${chatId}.4@deskbell>`)
  })

  it('S11: a mail server that is busy gets it later', async () => {
    const visitor = await aVisitor(server)
    const chatId = newChat()
    const body = { clientId: aClientId(), email: 'later@home.example', text: 'Hello', begin: { page, language: 'en' } }
    await visitor.api.leaveMessage({ params: { chatId }, body })
    mail.mood.refuses = true
    await agent.api.answerByMail({ params: { chatId }, body: { clientId: aClientId(), text: 'Hello to you' } })
    await expect.poll(() => server.log()).toContain('reaction failed')
    mail.mood.refuses = false
    const arrived = () => mail.received.filter(({ to }) => to.includes('later@home.example')).length
    await expect.poll(arrived, { timeout: 40_000 }).toBe(1)
  })

  it('W23: an address that does not exist is not tried again, and staff are told why', async () => {
    const visitor = await aVisitor(server)
    const chatId = newChat()
    const body = { clientId: aClientId(), email: 'nobody@home.example', text: 'Hello', begin: { page, language: 'en' } }
    await visitor.api.leaveMessage({ params: { chatId }, body })
    let asked = 0
    mail.mood.knows = (address) => {
      if (address === 'nobody@home.example') asked++
      return address !== 'nobody@home.example'
    }
    await agent.api.answerByMail({ params: { chatId }, body: { clientId: aClientId(), text: 'Hello to you' } })
    const answeredAt = Date.now()
    const stream = `chat:${chatId}:internal` as never
    const reasons = async () => {
      const { events } = await agent.api.listEvents({ params: { stream }, query: {} })
      return events.flatMap(({ event }) => (event.type === 'mail-refused' ? [event.reason] : []))
    }
    await expect.poll(reasons).toEqual([expect.stringContaining('No such user here')])
    const { followUps } = await agent.api.listFollowUps({ query: { list: 'abandoned' } })
    expect(followUps.find(({ chat }) => chat.chatId === chatId)).toMatchObject({ answered: false })
    // Longer than until a failed reaction is tried again.
    await expect.poll(() => Date.now() - answeredAt, { timeout: 20_000 }).toBeGreaterThan(12_000)
    expect(asked).toBe(1)
  })

  it('A24, H6: a closing note is by whoever ended the chat, also later', async () => {
    const visitor = await aVisitor(server)
    const chatId = await aWaitingChat(visitor)
    const params = { chatId }
    await agent.api.acceptChat({ params, body: { clientId: aClientId() } })
    const note = (who: ApiPerson, text: string) =>
      who.api.setClosingNote({ params, body: { clientId: aClientId(), text } })
    expect(await codeOf(note(agent, 'Too early'))).toBe('not-yet')
    await agent.api.endChat({ params, body: { clientId: aClientId(), note: 'Sold two lamps' } })
    expect(await codeOf(note(administrator, 'Sold three'))).toBe('forbidden')
    await note(agent, 'Sold two lamps and a shade')
    const stream = `chat:${chatId}:internal` as never
    const { events } = await agent.api.listEvents({ params: { stream }, query: {} })
    expect(events.flatMap(({ event }) => (event.type === 'closing-note-set' ? [event.text] : []))).toEqual([
      'Sold two lamps',
      'Sold two lamps and a shade',
    ])
    expect(await codeOf(visitor.api.listEvents({ params: { stream }, query: {} }))).toBe('not-found')
  })

  it('W22: by default a visitor may not end a chat at once, by policy always or never', async () => {
    const visitor = await aVisitor(server)
    const groupId = crypto.randomUUID() as string as GroupId
    const chatId = newChat()
    const end = () => codeOf(visitor.api.endChat({ params: { chatId }, body: { clientId: aClientId() } }))
    const policy = (visitorMayEnd: 'default' | 'always' | 'never') =>
      administrator.api.saveGroup({
        params: { groupId },
        body: { name: 'Lamps', settings: { ...defaultGroupSettings, visitorMayEnd }, members: [] },
      })
    await policy('default')
    await visitor.api.startChat({ body: { chatId, clientId: aClientId(), page, language: 'en', group: groupId } })
    expect(await end()).toBe('not-yet')
    await policy('never')
    expect(await end()).toBe('forbidden')
    await policy('always')
    expect(await end()).toBe('carried out')
    const { followUps } = await agent.api.listFollowUps({ query: { list: 'abandoned' } })
    expect(followUps.map(({ chat }) => chat.chatId)).toContain(chatId)
  })
})
