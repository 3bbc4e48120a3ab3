import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { db } from '../../../../extension/core/db.ts'
import { administrator } from '../../../support/administration-data.ts'
import { anAdministeredServer } from './an-administered-server.ts'
import { button, field, fill, item, openAdministration, press } from './open-administration.tsx'

const question = 'What you changed is not saved.'
async function editBen() {
  await openAdministration('Agents')
  item('Ben Okoye').getByText('Edit').click()
  await screen.findByRole('heading', { name: 'Edit Ben Okoye' })
}
/** Whether the browser would ask before this page is closed. */
const asksToClose = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

test('D1: leaving a form without changes asks nothing', async () => {
  anAdministeredServer()
  await editBen()
  expect(asksToClose()).toBe(false)
  fill('Name', 'Benjamin')
  fill('Name', 'Ben Okoye')
  await waitFor(() => expect(asksToClose()).toBe(false))
  press('Cancel')
  await screen.findByRole('list', { name: 'Agents' })
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-description')).toBe('Ben Okoye'))
})

test('D1: Cancel, another area and closing the page ask before changes are lost; Keep editing goes back to them', async () => {
  const server = anAdministeredServer()
  await editBen()
  fill('Name', 'Benjamin')
  await waitFor(() => expect(asksToClose()).toBe(true))
  const cancel = button('Cancel')
  cancel.focus()
  fireEvent.click(cancel)
  await screen.findByRole('group', { name: question })
  expect(document.activeElement).toBe(button('Keep editing'))
  press('Keep editing')
  await waitFor(() => expect(screen.queryByRole('group', { name: question })).toBeNull())
  expect(field('Name').value).toBe('Benjamin')

  const groups = screen.getByRole('tab', { name: /^Groups/ })
  groups.focus()
  fireEvent.click(groups)
  await screen.findByRole('group', { name: question })
  fireEvent.keyDown(button('Keep editing'), { key: 'Escape' })
  await waitFor(() => expect(document.activeElement).toBe(groups))
  expect(field('Name').value).toBe('Benjamin')

  fireEvent.click(groups)
  await screen.findByRole('group', { name: question })
  press('Discard the changes')
  await screen.findByRole('list', { name: 'Groups' })
  expect(asksToClose()).toBe(false)
  expect(server.asked).toEqual([])
})

test('D1: what was saved is not asked about', async () => {
  anAdministeredServer()
  await editBen()
  fill('Name', 'Benjamin')
  press('Save')
  await screen.findByText('Benjamin was saved.')
  expect(asksToClose()).toBe(false)
  fireEvent.click(screen.getByRole('tab', { name: /^Statuses/ }))
  await screen.findByRole('list', { name: 'Statuses' })
})

test('D1: offline it says so and keeps what was typed, which is saved when the server is back', async () => {
  const server = anAdministeredServer()
  await editBen()
  fill('Name', 'Benjamin')
  server.reachable = false
  await db.accounts.update(administrator.id, { state: 'offline' })
  await screen.findByText(/^Offline: chat\.example\.org cannot be reached\. What you typed stays here/)
  press('Save')
  await screen.findByText('The server cannot be reached just now. What you typed is kept here.')
  expect(field('Name').value).toBe('Benjamin')
  await db.accounts.update(administrator.id, { state: 'signed-out' })
  await screen.findByText(/^You are signed out of chat\.example\.org/)
  expect(field('Name').value).toBe('Benjamin')
  server.reachable = true
  await db.accounts.update(administrator.id, { state: 'online' })
  await waitFor(() => expect(screen.queryByText(/^You are signed out of/)).toBeNull())
  press('Save')
  await screen.findByText('Benjamin was saved.')
})

test('D1: whoever signs out leaves no names behind', async () => {
  anAdministeredServer()
  await openAdministration('Agents')
  await db.accounts.update(administrator.id, { state: 'signed-out' })
  await screen.findByText('You are signed out of chat.example.org. Sign in again above.')
  expect(screen.queryByText('Ben Okoye')).toBeNull()
})

test('D1: where nothing could be loaded it says why, and Try again loads it', async () => {
  const server = anAdministeredServer()
  server.reachable = false
  const opened = openAdministration('Agents')
  await screen.findByText('The server cannot be reached just now. What you typed is kept here.')
  server.reachable = true
  press('Try again')
  await opened
  await waitFor(() => expect(screen.queryByText(/cannot be reached just now/)).toBeNull())
})

test('D1: another administrator’s changes are there when the page is looked at again', async () => {
  const server = anAdministeredServer()
  await openAdministration('Agents')
  const [first, ...others] = server.lists.agents
  if (!first) throw new Error('There is nobody')
  server.lists = { ...server.lists, agents: [{ ...first, name: 'Ana Maria Silva' }, ...others] }
  document.dispatchEvent(new Event('visibilitychange'))
  await screen.findByRole('listitem', { name: 'Ana Maria Silva' })
})
