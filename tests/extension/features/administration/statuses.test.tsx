import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { refuse } from '#shared/contract/refusals.ts'
import { anAdministeredServer } from './an-administered-server.ts'
import { button, field, fill, item, openAdministration, press, problemAt, tick } from './open-administration.tsx'

test('P2: those of every server are shown as such and cannot be changed', async () => {
  anAdministeredServer()
  await openAdministration('Statuses')
  for (const name of ['Online', 'Away', 'Busy', 'Offline']) {
    expect(item(name).getByText('on every server')).toBeDefined()
    expect(item(name).queryAllByRole('button')).toEqual([])
  }
  expect(item('Online').getByText('takes chats')).toBeDefined()
  expect(item('Lunch').getByText('takes no chats')).toBeDefined()
})

test('P2: adds a status that says whether it takes chats; a second try is the same status', async () => {
  const server = anAdministeredServer()
  server.reachable = true
  await openAdministration('Statuses')
  press('Add a status')
  await screen.findByLabelText('Name')
  fill('Name', 'Training')
  tick('Takes chats')
  server.reachable = false
  press('Save')
  await screen.findByText(/cannot be reached just now/)
  expect(field('Name').value).toBe('Training')
  server.reachable = true
  press('Save')
  await screen.findByText('Training was added.')
  const [first, second] = server.asked
  expect(second).toEqual(first)
  expect(second).toMatchObject({ operation: 'saveStatus', input: { body: { name: 'Training', takesChats: true } } })
})

test.each(['', '  '])('P2: a status without a name (%j) is refused at its field', async (name) => {
  const server = anAdministeredServer()
  await openAdministration('Statuses')
  press('Add a status')
  await screen.findByLabelText('Name')
  fill('Name', name)
  press('Save')
  await waitFor(() => expect(problemAt(field('Name'))).toBe('Write a name.'))
  expect(server.asked).toEqual([])
})

test.each(['lunch', ' ONLINE '])('P2: a name that another status has (%s) is refused at its field', async (name) => {
  const server = anAdministeredServer()
  await openAdministration('Statuses')
  press('Add a status')
  await screen.findByLabelText('Name')
  fill('Name', name)
  press('Save')
  await waitFor(() => expect(problemAt(field('Name'))).toBe(`${name.trim()} is taken. Choose another name.`))
  expect(server.asked).toEqual([])
})

test('P2: a name that somebody else took meanwhile is refused by the server, and said at its field', async () => {
  const server = anAdministeredServer()
  server.refuses.saveStatus = refuse('name-taken', 'There is already a status called Training.')
  await openAdministration('Statuses')
  press('Add a status')
  await screen.findByLabelText('Name')
  fill('Name', 'Training')
  press('Save')
  await waitFor(() => expect(problemAt(field('Name'))).toBe('Training is taken. Choose another name.'))
})

test('P2: removing one asks first, and says afterwards who has what now', async () => {
  const server = anAdministeredServer()
  server.consequences.agents = 2
  await openAdministration('Statuses')
  item('Lunch').getByText('Remove').click()
  await screen.findByRole('group', { name: 'Remove Lunch? Agents who have it now get Away instead.' })
  press('Keep it')
  await waitFor(() => expect(screen.queryByRole('group', { name: /^Remove Lunch/ })).toBeNull())
  expect(server.asked).toEqual([])

  item('Lunch').getByText('Remove').click()
  await screen.findByRole('group', { name: /^Remove Lunch/ })
  await waitFor(() => expect(document.activeElement).toBe(item('Lunch').getByRole('button', { name: 'Remove' })))
  item('Lunch').getByRole('button', { name: 'Remove' }).click()
  await screen.findByText('Lunch was removed: 2 agents now have Away.')
  expect(screen.queryByRole('listitem', { name: 'Lunch' })).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(button('Add a status')))
})

test('P2: one that cannot be removed stays, with the reason', async () => {
  const server = anAdministeredServer()
  server.refuses.removeStatus = refuse('not-found', 'There is no such status any more.')
  await openAdministration('Statuses')
  item('Lunch').getByText('Remove').click()
  await screen.findByRole('group', { name: /^Remove Lunch/ })
  item('Lunch').getByRole('button', { name: 'Remove' }).click()
  await screen.findByText('There is no such status any more.')
  expect(item('Lunch').getByText('takes no chats')).toBeDefined()
})
