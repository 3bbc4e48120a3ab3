import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { refuse } from '#shared/contract/refusals.ts'
import { Options } from '../../../../extension/surfaces/Options.tsx'
import { administrator } from '../../../support/administration-data.ts'
import { anAccount, deskOf } from '../../../support/desk-data.ts'
import { seedDesk } from '../../../support/seed-desk.ts'
import { draw } from '../../ui/draw.ts'
import { anAdministeredServer } from './an-administered-server.ts'
import { field, fill, item, openAdministration, press, problemAt } from './open-administration.tsx'

test('D1: only administrators find it, one for each server that they administer', async () => {
  anAdministeredServer()
  const other = anAccount({ order: 1, serverUrl: 'https://support.acme.example', role: 'agent' })
  const third = anAccount({ order: 2, serverUrl: 'https://third.example', role: 'administrator' })
  await seedDesk(deskOf([administrator, other, third, anAccount({ order: 3, serverUrl: 'https://old.example' })], []))
  draw(<Options />)
  await screen.findByRole('heading', { name: 'Administration of chat.example.org' })
  const headings = screen.getAllByRole('heading', { level: 2, name: /^Administration/ })
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    'Administration of chat.example.org',
    'Administration of third.example',
  ])
})

test('D1: lists the agents with what they may and take', async () => {
  anAdministeredServer()
  await openAdministration('Agents')
  expect(item('Ana Silva').getByText('Administrator')).toBeDefined()
  expect(item('Ben Okoye').getByText('ben · up to 1 chat at once')).toBeDefined()
})

test('D1: adds an agent, says how they sign in, and gives the focus back', async () => {
  const server = anAdministeredServer()
  await openAdministration('Agents')
  press('Add an agent')
  await waitFor(() => expect(document.activeElement).toBe(field('Name')))
  fill('Name', ' Eve Moss ')
  fill('Username', 'eve')
  fill('First password', 'open sesame')
  press('Save')
  await screen.findByText('Eve Moss was added and is in Everyone. They sign in as eve.')
  expect(server.asked).toEqual([
    {
      operation: 'createAgent',
      input: { body: { name: 'Eve Moss', username: 'eve', password: 'open sesame' } },
    },
  ])
  expect(item('Eve Moss').getByText(/^eve/)).toBeDefined()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Add an agent'))
})

test('D1: what is missing is said at its field, and nothing is asked of the server', async () => {
  const server = anAdministeredServer()
  await openAdministration('Agents')
  press('Add an agent')
  await screen.findByLabelText('First password')
  fill('First password', 'short')
  press('Save')
  await screen.findByText('Not saved: 3 fields need another look.')
  expect(problemAt(field('Name'))).toBe('Write a name.')
  expect(problemAt(field('Username'))).toBe('Write a username.')
  expect(problemAt(field('First password'))).toBe('At least 8 characters.')
  await waitFor(() => expect(document.activeElement).toBe(field('Name')))
  // What is mended is not wrong any more.
  fill('First password', 'long enough')
  await waitFor(() => expect(problemAt(field('First password'))).toBeUndefined())
  expect(server.asked).toEqual([])
})

test('D1: a username that is taken is said at the username, and nothing typed is lost', async () => {
  const server = anAdministeredServer()
  server.refuses.createAgent = refuse('username-taken', 'There is already an agent with the username ben.')
  await openAdministration('Agents')
  press('Add an agent')
  await screen.findByLabelText('Username')
  for (const [label, value] of [
    ['Name', 'Ben'],
    ['Username', 'ben'],
    ['First password', 'open sesame'],
  ] as const)
    fill(label, value)
  press('Save')
  await waitFor(() => expect(problemAt(field('Username'))).toBe('There is already an agent with the username ben.'))
  await waitFor(() => expect(document.activeElement).toBe(field('Username')))
  expect([field('Name').value, field('Username').value, field('First password').value]).toEqual([
    'Ben',
    'ben',
    'open sesame',
  ])
})

test('R4: an agent’s name and capacity are changed; an impossible one is refused at its field', async () => {
  const server = anAdministeredServer()
  await openAdministration('Agents')
  item('Ben Okoye').getByText('Edit').click()
  await screen.findByRole('heading', { name: 'Edit Ben Okoye' })
  for (const impossible of ['0', '101', '2.5', 'many', '']) {
    fill('Chats at once', impossible)
    press('Save')
    await waitFor(() => expect(problemAt(field('Chats at once'))).toBe('A whole number from 1 to 100.'))
  }
  expect(server.asked).toEqual([])
  fill('Chats at once', '3')
  // L6: he was allowed to.
  fireEvent.click(screen.getByRole('checkbox', { name: 'May observe chats', checked: true }))
  press('Save')
  await screen.findByText('Ben Okoye was saved.')
  expect(server.asked).toEqual([
    {
      operation: 'updateAgent',
      input: { params: { agentId: 'agent-ben' }, body: { name: 'Ben Okoye', capacity: 3, mayObserve: false } },
    },
  ])
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-description')).toBe('Ben Okoye'))
})
