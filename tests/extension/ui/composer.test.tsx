import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import type { ChatId } from '#shared/contract/ids.ts'
import { limits } from '#shared/contract/limits.ts'
import { typingInterval } from '#shared/contract/signals.ts'
import type { CommandMessage } from '../../../extension/core/commands.ts'
import { db } from '../../../extension/core/db.ts'
import { writeSetting } from '../../../extension/core/settings.ts'
import { Composer } from '../../../extension/features/conversation/Composer.tsx'
import { aChat, anAccount, type ChatStory, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'
import { press } from './press.ts'

const account = anAccount()
const ben = () => aChat({ account }).says('Hello').accepted().read()
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
const type = (text: string) => fireEvent.input(field(), { target: { value: text } })
const sent = async () => (await db.outbox.toArray()).map(({ command }) => command)

afterEach(() => vi.restoreAllMocks())

async function compose(chat: ChatStory = ben(), seeded = false) {
  if (!seeded) await seedDesk(deskOf([account], [chat]))
  const drawn = draw(<Composer chat={chat} visitor="Ben" disabled={false} />)
  await waitFor(() => expect(document.activeElement).toBe(field()))
  return { chat, ...drawn }
}

test('A18: Enter sends and Shift+Enter breaks the line', async () => {
  hearCommands()
  await compose()
  type('Hello Ben')
  // False: the key's own doing was prevented.
  expect(press('Enter', { shiftKey: true })).toBe(true)
  expect(await sent()).toEqual([])
  expect(press('Enter')).toBe(false)
  await waitFor(async () => expect(await sent()).toEqual([{ operation: 'sendMessage', text: 'Hello Ben' }]))
  await waitFor(() => expect(field().value).toBe(''))
})

test('A18: swapped, Enter breaks the line and Shift+Enter sends', async () => {
  hearCommands()
  const { chat } = await compose()
  await writeSetting('enterSends', false)
  type('Hello Ben')
  await waitFor(() => expect(press('Enter')).toBe(true))
  await vi.waitFor(async () => {
    if (!(await sent()).length) press('Enter', { shiftKey: true })
    expect(await sent()).toEqual([{ operation: 'sendMessage', text: 'Hello Ben' }])
  })
  expect(await db.drafts.get([chat.accountId, chat.chatId])).toBeUndefined()
})

test('A18: Enter that ends the composition of a character does not send', async () => {
  hearCommands()
  await compose()
  type('你好')
  expect(press('Enter', { isComposing: true })).toBe(true)
  expect(await sent()).toEqual([])
})

test('A34: a draft is kept as it is typed, and is there when the chat is opened again', async () => {
  hearCommands()
  const { chat, unmount } = await compose()
  type('Half a sent')
  await waitFor(async () => expect((await db.drafts.get([chat.accountId, chat.chatId]))?.text).toBe('Half a sent'))
  unmount()
  await compose(chat, true)
  await waitFor(() => expect(field().value).toBe('Half a sent'))
})

test('A34: each chat has its own draft', async () => {
  hearCommands()
  const [one, other] = [ben().drafted('for the one'), ben()]
  await seedDesk(deskOf([account], [one, other]))
  const { unmount } = await compose(one, true)
  await waitFor(() => expect(field().value).toBe('for the one'))
  unmount()
  await compose(other, true)
  await db.drafts.get([other.accountId, other.chatId])
  expect(field().value).toBe('')
})

test('A19: what is written in the window is in the panel too', async () => {
  hearCommands()
  // This page is not the one being written in.
  vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  const { chat } = await compose()
  await db.drafts.put({ accountId: chat.accountId, chatId: chat.chatId, text: 'from the window' })
  await waitFor(() => expect(field().value).toBe('from the window'))
})

test('A34: sending empties the draft and fills the outbox in one step', async () => {
  hearCommands()
  const { chat } = await compose()
  type('Whole')
  await waitFor(async () => expect(await db.drafts.count()).toBe(1))
  screen.getByRole('button', { name: 'Send' }).click()
  await waitFor(async () => expect([await db.drafts.count(), (await sent()).length]).toEqual([0, 1]))
  expect(await db.drafts.get([chat.accountId, chat.chatId])).toBeUndefined()
})

test('S8: nothing is sent of blanks, and too long a text is kept and said to be', async () => {
  hearCommands()
  await compose()
  const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Send' })
  type('  \n ')
  await waitFor(() => expect(send.disabled).toBe(true))
  type('x'.repeat(limits.message + 2))
  await screen.findByText('2 characters too long')
  press('Enter')
  expect(field().value).toHaveLength(limits.message + 2)
  expect(await sent()).toEqual([])
})

test('W26: typing is told at once, again at each interval, and its end when the field is empty', async () => {
  const heard = hearCommands()
  const clock = vi.spyOn(Date, 'now').mockReturnValue(1_000_000)
  const { chat } = await compose()
  const { chatId } = chat
  const told = () => typingIn(heard, chatId)
  type('H')
  type('He')
  await waitFor(() => expect(told()).toEqual([true]))
  clock.mockReturnValue(1_000_000 + typingInterval)
  type('Hel')
  await waitFor(() => expect(told()).toEqual([true, true]))
  type('')
  await waitFor(() => expect(told()).toEqual([true, true, false]))
})

const typingIn = (heard: readonly CommandMessage[], chatId: ChatId) =>
  heard.flatMap((message) =>
    message.type === 'set-typing' && message.payload.chatId === chatId ? [message.payload.typing] : [],
  )
