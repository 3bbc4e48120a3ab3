import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import type { StatusId } from '#shared/contract/groups.ts'
import type { Dot } from '#shared/contract/presence.ts'
import { refuse } from '#shared/contract/refusals.ts'
import type { AccountRow } from '../../../extension/core/db.ts'
import { StatusMenu } from '../../../extension/features/status/StatusMenu.tsx'
import { anAccount } from '../../support/desk-data.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'
import { press } from './press.ts'

const openOptions = vi.hoisted(() => vi.fn())
vi.mock('../../../extension/platform/options-page.ts', () => ({ openOptions }))

const seen = (status: string, dot: Dot) => ({ presence: { status: status as StatusId, dot } })
const lunch = { id: 'lunch' as StatusId, name: 'Lunch', takesChats: false, builtIn: false }
const builtIn = ['online', 'away', 'busy', 'offline'].map((id) => ({
  id: id as StatusId,
  name: id.toUpperCase(),
  takesChats: id === 'online',
  builtIn: true,
}))
const account = anAccount({ ...seen('online', 'green'), statuses: [...builtIn, lunch] })

function show(accounts: readonly AccountRow[]) {
  draw(<StatusMenu accounts={accounts} />)
  const button = screen.getByRole('button')
  const open = () => {
    button.click()
    return screen.findByRole('menu')
  }
  return { button, open }
}

test('P1: the button says how I am, in words as well as in colour', () => {
  const words = [
    [account, 'Online'],
    [anAccount(seen('online', 'yellow')), 'Online, but nobody is at the computer'],
    [anAccount(seen('away', 'yellow')), 'Away'],
    [{ ...account, ...seen('lunch', 'red') }, 'Lunch'],
    [anAccount({ ...seen('online', 'green'), state: 'offline' }), 'Offline'],
    [anAccount({ state: 'signed-out' }), 'Signed out'],
  ] as const
  for (const [one, said] of words) {
    const { unmount } = draw(<StatusMenu accounts={[one]} />)
    expect(screen.getByRole('button', { name: `My status: ${said}` }).textContent).toContain(said)
    unmount()
  }
})

test('A38: the menu offers the statuses, mine is checked, and a choice goes to the server', async () => {
  const heard = hearCommands()
  const { button, open } = show([account])
  const menu = await open()
  const choices = within(menu).getAllByRole('menuitemradio')
  expect(choices.map((one) => one.querySelector('bdi')?.textContent)).toEqual([
    'Online',
    'Away',
    'Busy',
    'Offline',
    'Lunch',
  ])
  expect(choices.at(-1)?.textContent).toContain('takes no chats')
  expect(choices.filter((one) => one.getAttribute('aria-checked') === 'true').map((one) => one.textContent)).toEqual([
    'Online',
  ])
  within(menu).getByRole('menuitemradio', { name: 'Busy' }).click()
  await waitFor(() =>
    expect(heard).toContainEqual({ type: 'set-status', payload: { accountId: account.id, status: 'busy' } }),
  )
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  expect(document.activeElement).toBe(button)
})

test('A38: a choice that the server could not take is said in the menu, and nothing changes', async () => {
  hearCommands({ 'set-status': { ok: false, refusal: refuse('unavailable', 'Choose it again in a moment.') } })
  const { open } = show([account])
  within(await open())
    .getByRole('menuitemradio', { name: 'Away' })
    .click()
  expect((await screen.findByRole('alert')).textContent).toBe('Choose it again in a moment.')
  expect(screen.getByRole('menuitemradio', { name: 'Online', checked: true })).toBeDefined()
})

test('A38: with several accounts each has its own statuses and its own way out', async () => {
  const heard = hearCommands()
  const second = anAccount({ order: 1, serverUrl: 'https://help.example.net', state: 'signed-out' })
  const { open } = show([account, second])
  const groups = within(await open()).getAllByRole('group')
  expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual([
    'ana@chat.example.org',
    'ana@help.example.net',
  ])
  const [first, other] = groups as [HTMLElement, HTMLElement]
  expect(within(other).queryByRole('menuitemradio')).toBeNull()
  within(other).getByRole('menuitem', { name: 'Sign in again' }).click()
  expect(openOptions).toHaveBeenCalledOnce()
  within(first).getByRole('menuitem', { name: 'Sign out' }).click()
  await waitFor(() => expect(heard).toContainEqual({ type: 'sign-out', payload: { accountId: account.id } }))
})

test('A40: the menu by keyboard: it opens at what is chosen, arrows walk, Escape gives the focus back', async () => {
  hearCommands()
  const { button } = show([account])
  button.focus()
  press('ArrowDown')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Online'))
  press('ArrowUp')
  expect(document.activeElement?.textContent).toBe('Sign out')
  press('Home')
  press('ArrowDown')
  expect(document.activeElement?.textContent).toBe('Away')
  press('Escape')
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  expect(document.activeElement).toBe(button)
})
