import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { everyone } from '#shared/contract/ids.ts'
import { type ChatRow, db } from '../../../extension/core/db.ts'
import { Conversation } from '../../../extension/features/conversation/Conversation.tsx'
import { aGroup, billing as billingGroup } from '../../support/attention-data.ts'
import { aChat, anAccount, type ChatStory, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

const account = anAccount()
const billing = billingGroup.id

async function show(chat: ChatStory, change: Partial<ChatRow['chat']> = {}) {
  await seedDesk(deskOf([account], [chat]))
  const { accountId, chatId } = chat
  await db.groups.bulkPut([
    { ...aGroup(), accountId },
    { ...aGroup(billingGroup), accountId },
  ])
  await db.chats.where({ accountId, chatId }).modify((row) => {
    Object.assign(row, { chat: { ...row.chat, ...change } })
  })
  draw(<Conversation chat={chat} accounts={[account]} canPopOut onAccepted={() => {}} onBack={() => {}} />)
  await screen.findByRole('log')
  return { accountId, chatId, groupId: billing }
}

const openMenu = async () => {
  const button = await screen.findByRole('button', { name: 'More' })
  button.click()
  return screen.findByRole('group', { name: 'Move to group' })
}

test('R8: a chat of mine is moved after a question that says what follows; the menu says where it is', async () => {
  const heard = hearCommands()
  const moved = await show(aChat({ account }).says('Hello').accepted())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' })))
  const menu = await openMenu()
  expect(menu.textContent).toContain('The chat is in Everyone.')
  expect(within(menu).getByRole('menuitemradio', { name: 'Everyone' }).getAttribute('aria-checked')).toBe('true')
  within(menu).getByRole('menuitemradio', { name: 'Billing' }).click()
  const question = await screen.findByRole('group', {
    name: /^Move the chat to Billing\? You leave it, and .+ waits there\.$/,
  })
  expect(heard.filter(({ type }) => type === 'move-chat')).toEqual([])
  within(question).getByRole('button', { name: 'Move' }).click()
  await waitFor(() => expect(heard).toContainEqual({ type: 'move-chat', payload: moved }))
})

test('R8: a chat that waits is moved at once; to where it is already, not at all', async () => {
  const heard = hearCommands()
  const { accountId, chatId } = await show(aChat({ account }).says('Hello'), {
    group: { id: billing, name: 'Billing' },
  })
  within(await openMenu())
    .getByRole('menuitemradio', { name: 'Billing' })
    .click()
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  within(await openMenu())
    .getByRole('menuitemradio', { name: 'Everyone' })
    .click()
  await waitFor(() => expect(heard.filter(({ type }) => type === 'move-chat')).toHaveLength(1))
  expect(heard).toContainEqual({ type: 'move-chat', payload: { accountId, chatId, groupId: everyone } })
})

test.each([
  ['a chat that has ended', { phase: 'ended' }, 'ended'],
  ['one between colleagues', { to: account.agent }, 'mine'],
  ['one whose visitor was asked and has not answered', { invitation: 'asked' }, 'mine'],
] as const)('R8: %s stays where it is', async (_, change, list) => {
  const { accountId, chatId } = await show(aChat({ account }).says('Hello').accepted())
  await openMenu()
  await db.chats.where({ accountId, chatId }).modify((row) => {
    Object.assign(row, { list, chat: { ...row.chat, ...change } })
  })
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Move to group' })).toBeNull())
})

test('R8: where there is one group, nothing can be moved', async () => {
  const { accountId } = await show(aChat({ account }).says('Hello').accepted())
  await openMenu()
  await db.groups.delete([accountId, billing])
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Move to group' })).toBeNull())
})
