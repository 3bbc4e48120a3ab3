import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { limits } from '#shared/contract/limits.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { db } from '../../../extension/core/db.ts'
import { Conversation } from '../../../extension/features/conversation/Conversation.tsx'
import { aChat, anAccount, type ChatStory, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'
import { press } from './press.ts'

const account = anAccount()
const ben = () => aChat({ account }).says('Hello').accepted()

async function show(chat: ChatStory) {
  await seedDesk(deskOf([account], [chat]))
  const back = vi.fn()
  draw(<Conversation chat={chat} accounts={[account]} canPopOut onAccepted={() => {}} onBack={back} />)
  return { log: await screen.findByRole('log'), back }
}
const save = async (chat: ChatStory) => {
  const { chats, events, receipts } = chat.rows()
  await db.transaction('rw', db.chats, db.events, db.receipts, async () => {
    await db.chats.bulkPut(chats)
    await db.events.bulkPut(events)
    await db.receipts.bulkPut(receipts)
  })
}

test('A24: the talk tells who wrote, in a row once, and what happened', async () => {
  const { log } = await show(ben().answers('Hi').answers('How can I help?').colleagueSays('Mia', 'I take over').ended())
  expect(
    within(log)
      .getAllByRole('heading', { level: 4 })
      .map((name) => name.textContent),
  ).toEqual(['Ben Okoye', 'You', 'Mia'])
  expect(log.textContent).toContain('Ben Okoye asked for a chat')
  expect(log.textContent).toContain('You accepted the chat')
  expect(log.textContent).toContain('You ended the chat')
})

test('A24: what the visitor or the clock ended says so', async () => {
  const { log } = await show(ben().ended('abandoned'))
  expect(log.textContent).toContain('The chat has ended: The visitor left before anybody answered')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button', { name: 'End chat' })).toBeNull()
})

test('W27: each of my messages shows its state: sending, sent, delivered, read', async () => {
  const chat = ben().answers('one').answers('two').answers('three').visitorHas(5, 4).unsent('four')
  const { log } = await show(chat)
  const states = [...log.querySelectorAll('.message')].map(
    (message) => message.textContent?.match(/Read|Delivered|Sent|Sending/)?.[0],
  )
  expect(states).toEqual([undefined, 'Read', 'Delivered', 'Sent', 'Sending'])
})

test('W27: a message is never there twice: in the outbox and already in the log it is one', async () => {
  const chat = ben().answers('only once')
  const rows = chat.rows()
  const clientId = rows.events.at(-1)?.clientId
  const unsent = chat
    .unsent('only once')
    .rows()
    .outbox.map((item) => ({ ...item, clientId: clientId ?? item.clientId }))
  await show(chat)
  await db.outbox.clear()
  await db.outbox.bulkPut(unsent)
  await waitFor(() => expect(screen.getAllByText('only once')).toHaveLength(1))
})

test('W27: what could not be sent keeps its text, says why, and can be tried again or discarded', async () => {
  const heard = hearCommands()
  const refusal = refuse('chat-ended', 'This chat has ended.')
  const chat = ben().unsent('Kept words', { attempts: 1, refusal })
  const { log } = await show(chat)
  await within(log).findByText('Kept words')
  expect(log.textContent).toContain('Not sent: This chat has ended.')
  const [item] = chat.rows().outbox
  within(log).getByRole('button', { name: 'Try again' }).click()
  await waitFor(() => expect(heard).toContainEqual({ type: 'retry-message', payload: { clientId: item?.clientId } }))
  within(log).getByRole('button', { name: 'Discard' }).click()
  await waitFor(() => expect(heard).toContainEqual({ type: 'discard-message', payload: { clientId: item?.clientId } }))
})

test('W27: while the server is away a message says so and is tried by itself: nothing to discard', async () => {
  const { log } = await show(ben().unsent('Kept words', { attempts: 2 }))
  await within(log).findByText(/The server cannot be reached just now/)
  expect(within(log).queryByRole('button', { name: 'Discard' })).toBeNull()
})

test('W26: typing is shown while the signal lives, and expires without anybody deleting it', async () => {
  const chat = ben().typing()
  const { log } = await show(chat)
  await within(log).findByText('Ben Okoye is typing…')
  await db.typing.toCollection().modify({ until: Date.now() + 1500 })
  await waitFor(() => expect(within(log).queryByText(/is typing/)).toBeNull())
})

test('S10: what is shown is read, and what comes while it is shown is too', async () => {
  const heard = hearCommands()
  const chat = ben()
  const { accountId, chatId } = chat
  await show(chat)
  await waitFor(() => expect(heard).toContainEqual({ type: 'mark-read', payload: { accountId, chatId, seq: 3 } }))
  await save(chat.says('More'))
  await waitFor(() => expect(heard).toContainEqual({ type: 'mark-read', payload: { accountId, chatId, seq: 4 } }))
})

test('S10: a page that nobody sees reads nothing, until it is seen', async () => {
  const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const heard = hearCommands()
  await show(ben())
  expect(heard.filter(({ type }) => type === 'mark-read')).toEqual([])
  visible.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => expect(heard.map(({ type }) => type)).toContain('mark-read'))
  vi.restoreAllMocks()
})

test('A1: reading a request does not tell the visitor that it was read', async () => {
  const heard = hearCommands()
  await show(aChat({ account }).says('Hello'))
  expect(heard.filter(({ type }) => type === 'mark-read')).toEqual([])
})

test('A24: End chat asks in place; the keyboard is on the answer, Escape keeps the chat open', async () => {
  const heard = hearCommands()
  const chat = ben()
  const { back } = await show(chat)
  screen.getByRole('button', { name: 'End chat' }).click()
  const question = await screen.findByRole('group', { name: /End the chat\? Ben Okoye cannot write/ })
  await waitFor(() => expect(question.contains(document.activeElement)).toBe(true))
  press('Escape')
  await waitFor(() => expect(screen.queryByRole('group')).toBeNull())
  expect(back).not.toHaveBeenCalled()
  expect(heard.filter(({ type }) => type === 'end-chat')).toEqual([])

  screen.getByRole('button', { name: 'End chat' }).click()
  within(await screen.findByRole('group', { name: /End the chat/ }))
    .getByRole('button', { name: 'End chat' })
    .click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'end-chat', payload: { accountId, chatId } }))
})

test('A24: an end that waits for the network stops the writing', async () => {
  await show(ben().underWay('endChat'))
  await screen.findByText('Ending the chat…')
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }).disabled).toBe(true)
})

test('A1: a visitor cannot give the agent a dangerous link', async () => {
  const page = { url: 'javascript:alert(1)', title: 'My page' }
  const { log } = await show(
    aChat({ account, page }).says('see javascript:alert(1) and https://shop.example/a?b=1.').accepted(),
  )
  const links = screen.getAllByRole<HTMLAnchorElement>('link')
  expect(links.map(({ href }) => href)).toEqual(['https://shop.example/a?b=1'])
  expect(links[0]?.rel).toBe('noopener noreferrer')
  expect(log.textContent).toContain('see javascript:alert(1) and https://shop.example/a?b=1')
})

test('A24: what a person writes is text, never markup', async () => {
  const { log } = await show(ben().says('<img src=x onerror=alert(1)>'))
  expect(log.querySelector('img')).toBeNull()
  expect(log.textContent).toContain('<img src=x onerror=alert(1)>')
})

test('A24: a long talk shows its end, and earlier messages when asked', async () => {
  const chat = ben()
  for (let i = 0; i < 150; i++) chat.says(`message ${i}`)
  const { log } = await show(chat)
  await within(log).findByText('message 149')
  expect(within(log).queryByText('message 20')).toBeNull()
  within(log).getByRole('button', { name: 'Show earlier messages' }).click()
  await within(log).findByText('message 20')
  expect(within(log).queryByRole('button', { name: 'Show earlier messages' })).toBeNull()
})

test('A40: Escape leaves the chat', async () => {
  const { back } = await show(ben())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' })))
  press('Escape')
  expect(back).toHaveBeenCalledOnce()
})

test('A24: End chat takes a closing note along', async () => {
  const heard = hearCommands()
  const { accountId, chatId } = await endAsked()
  write('Closing note', ' Wants a size 44. ')
  confirmed().click()
  const payload = { accountId, chatId, note: 'Wants a size 44.' }
  await waitFor(() => expect(heard).toContainEqual({ type: 'end-chat', payload }))
})

test('A24: a note that is too long says by how much, and is not sent', async () => {
  await endAsked()
  write('Closing note', 'x'.repeat(limits.note + 2))
  expect((await screen.findByRole('alert')).textContent).toBe('2 characters too long')
  expect(confirmed()).toHaveProperty('disabled', true)
})

test('H6: whoever ended a chat changes its note later; others read it', async () => {
  const heard = hearCommands()
  const chat = ben().ended().noted('Wants a size 44')
  await show(chat)
  await screen.findByText('Wants a size 44')
  screen.getByRole('button', { name: 'Change the note' }).click()
  await screen.findByRole('textbox', { name: 'Closing note' })
  write('Closing note', 'Took a 43')
  screen.getByRole('button', { name: 'Save the note' }).click()
  const { accountId, chatId } = chat
  const payload = { accountId, chatId, text: 'Took a 43' }
  await waitFor(() => expect(heard).toContainEqual({ type: 'set-closing-note', payload }))
  cleanup()

  await show(ben().endedBy('Mia').noted('Took a 43'))
  await screen.findByText('Took a 43')
  expect(screen.queryByRole('button', { name: /note/ })).toBeNull()
})

test('A24: Leave asks first, says what follows, and the chat says who left', async () => {
  const heard = hearCommands()
  const chat = ben()
  const { log } = await show(chat)
  screen.getByRole('button', { name: 'More' }).click()
  ;(await screen.findByRole('menuitem', { name: 'Leave' })).click()
  const question = await screen.findByRole('group', { name: /Ben Okoye waits again until somebody takes it/ })
  expect(heard.filter(({ type }) => type === 'leave-chat')).toEqual([])
  within(question).getByRole('button', { name: 'Leave' }).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'leave-chat', payload: { accountId, chatId } }))
  await save(chat.left())
  await waitFor(() => expect(log.textContent).toContain('You left the chat'))
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull()
  screen.getByRole('button', { name: 'Accept' })
})

test('L1: a chat that is about to end by itself says when, until somebody writes', async () => {
  const chat = ben().endsIn(60_000)
  await show(chat)
  await screen.findByText(/Nobody has written for a while. The chat ends at .+ unless somebody does/)
  await save(chat.says('I am still here'))
  await waitFor(() => expect(screen.queryByText(/Nobody has written/)).toBeNull())
})

async function endAsked() {
  const chat = ben()
  await show(chat)
  screen.getByRole('button', { name: 'End chat' }).click()
  await screen.findByRole('group', { name: /^End the chat\?/ })
  return chat
}
const confirmed = () =>
  within(screen.getByRole('group', { name: /^End the chat\?/ })).getByRole('button', { name: 'End chat' })
const write = (label: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } })
