import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { ListedChat } from '#shared/contract/answers.ts'
import { refuse } from '#shared/contract/refusals.ts'
import type { AccountRow } from '../../../extension/core/db.ts'
import { ActiveChats } from '../../../extension/features/chats/ActiveChats.tsx'
import type { ChatKey } from '../../../extension/features/chats/chat-key.ts'
import { Conversation } from '../../../extension/features/conversation/Conversation.tsx'
import { Visitors } from '../../../extension/features/visitors/Visitors.tsx'
import { aChat, anAccount, type ChatStory, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { anOnlineVisitor, visitorsOf } from '../../support/visitor-data.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

const account = anAccount({ mayObserve: true })
const accountId = account.id
const ben = { id: 'agent-ben' as never, name: 'Ben Okoye' }

const active = (visitor: string, more: Partial<ListedChat> = {}): ListedChat => ({
  chatId: `chat-${visitor}` as never,
  phase: 'active',
  visitor: { id: `visitor-${visitor}` as never, name: visitor },
  agents: [ben],
  outcome: null,
  group: null,
  requestedAt: 0,
  lastActivityAt: 0,
  page: { url: 'https://shop.example/prices', title: 'Prices' },
  acceptedAt: Date.now() - 61_000,
  observers: [],
  ...more,
})

function list(chats: readonly ListedChat[], who: AccountRow = account, more = {}) {
  const opened: ChatKey[] = []
  const heard = hearCommands({ 'list-active': { ok: true, value: { chats } }, ...more })
  draw(<ActiveChats accounts={[who]} onOpen={(chat) => opened.push(chat)} />)
  return { heard, opened }
}

async function open(chat: ChatStory, who: AccountRow = account) {
  const heard = hearCommands()
  await seedDesk(deskOf([who], [chat]))
  draw(<Conversation chat={chat} accounts={[who]} canPopOut onAccepted={() => {}} onBack={() => {}} />)
  await screen.findByRole('log')
  return heard
}

test('A11: Active says who is in it, since when and on which page; my own chats are not among them', async () => {
  const mine = active('Mina', { agents: [ben, account.agent] })
  list([active('Maria', { observers: [{ id: 'agent-mia' as never, name: 'Mia Chen' }] }), mine])
  const card = await screen.findByRole('article', { name: 'Maria' })
  for (const words of ['With Ben Okoye', 'Observed by Mia Chen', 'Prices · shop.example'])
    expect(card.textContent).toContain(words)
  expect(card.textContent).toMatch(/for 1:0\d/)
  expect(screen.queryByRole('article', { name: 'Mina' })).toBeNull()
})

test.each([
  ['Join', 'join-chat'],
  ['Join as observer', 'observe-chat'],
] as const)('L4, L6: %s comes in, and opens the chat', async (name, type) => {
  const { heard, opened } = list([active('Maria')])
  ;(await screen.findByRole('button', { name })).click()
  await waitFor(() => expect(opened).toEqual([{ accountId, chatId: 'chat-Maria' }]))
  expect(heard).toContainEqual({ type, payload: { accountId, chatId: 'chat-Maria' } })
})

test('L4: a refusal is said at the chat, and nothing opens', async () => {
  const no = { ok: false, refusal: refuse('chat-ended', 'This chat has ended.') }
  const { opened } = list([active('Maria')], account, { 'join-chat': no })
  ;(await screen.findByRole('button', { name: 'Join' })).click()
  expect((await screen.findByRole('alert')).textContent).toBe('This chat has ended.')
  expect(opened).toEqual([])
})

test('L6: who may not observe is not offered it', async () => {
  list([active('Maria')], anAccount())
  await screen.findByRole('button', { name: 'Join' })
  expect(screen.queryByRole('button', { name: 'Join as observer' })).toBeNull()
})

test('L6: an observer is told that nobody sees them, and can join or stop, and not write', async () => {
  const chat = aChat({ account }).says('Hello').takenBy('Ben').observed()
  const heard = await open(chat)
  expect(screen.getByText('You are observing. The visitor does not see you.')).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Join as observer' })).toBeNull()
  screen.getByRole('button', { name: 'Stop observing' }).click()
  screen.getByRole('button', { name: 'Join' }).click()
  const payload = { accountId, chatId: chat.chatId }
  await waitFor(() => expect(heard).toContainEqual({ type: 'join-chat', payload }))
  expect(heard).toContainEqual({ type: 'stop-observing', payload })
  expect(heard.filter(({ type }) => type === 'mark-read')).toEqual([])
})

test('L6: those in the chat see who observes it', async () => {
  await open(aChat({ account }).says('Hello').accepted().observed('Mia'))
  const people = await screen.findByRole('list', { name: 'Who is in this chat' })
  expect(within(people).getByRole('listitem').textContent).toBe('Miaobserves')
})

test('L4, L6: the menu of a visitor who is in a chat of somebody else has the ways into it', async () => {
  const heard = hearCommands()
  const [maria, asked] = [
    anOnlineVisitor('Maria', { chatId: 'chat-Maria' as never }),
    anOnlineVisitor('Asked', { chatId: 'chat-asked' as never, dot: 'pink' }),
  ]
  await seedDesk({ ...deskOf([account], []), ...visitorsOf(account, [maria, asked]) })
  const opened: ChatKey[] = []
  draw(<Visitors accounts={[account]} onOpen={(chat) => opened.push(chat)} />)
  ;(await screen.findByRole('button', { name: 'What to do with Maria' })).click()
  expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual(['Join', 'Join as observer'])
  screen.getByRole('menuitem', { name: 'Join as observer' }).click()
  const payload = { accountId, chatId: 'chat-Maria' }
  await waitFor(() => expect(opened).toEqual([payload]))
  expect(heard).toContainEqual({ type: 'observe-chat', payload })
  // Who has not accepted an invitation yet is in no chat that could be joined.
  expect(screen.queryByRole('button', { name: 'What to do with Asked' })).toBeNull()
})
