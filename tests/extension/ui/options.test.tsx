import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { refuse } from '#shared/contract/refusals.ts'
import { db } from '../../../extension/core/db.ts'
import { readSetting } from '../../../extension/core/settings.ts'
import { Options } from '../../../extension/surfaces/Options.tsx'
import { anAccount, deskOf, noData } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

const account = anAccount()
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const fill = (label: string, value: string) => fireEvent.input(field(label), { target: { value } })

async function open(accounts = [account]) {
  await seedDesk(accounts.length ? deskOf(accounts, []) : noData())
  draw(<Options />)
  await screen.findByRole('heading', { name: 'Deskbell options' })
}
async function fillAll() {
  await open([])
  fill('Server address', 'chat.example.org')
  fill('Username', 'ana')
  fill('Password', 'open sesame')
}
const signIn = () => screen.getByRole('button', { name: 'Sign in' }).click()

test('A5: signs in with what was typed, and says so', async () => {
  const heard = hearCommands({ 'add-account': { ok: true, value: { accountId: account.id } } })
  await fillAll()
  signIn()
  await waitFor(() =>
    expect(heard).toEqual([
      { type: 'add-account', payload: { serverUrl: 'chat.example.org', username: 'ana', password: 'open sesame' } },
    ]),
  )
  await db.accounts.put(account)
  await screen.findByText('Signed in to chat.example.org as Ana Silva.')
  // The next server is asked for by a button, not by a form that stands there.
  expect(screen.getByRole('button', { name: 'Add another server' })).toBeDefined()
  expect(screen.queryByLabelText('Password')).toBeNull()
})

test('A5: what is missing is said at its field, and the first of them has the focus', async () => {
  const heard = hearCommands()
  await open([])
  signIn()
  await screen.findByText(/Write the address of your Deskbell server/)
  await waitFor(() => expect(document.activeElement).toBe(field('Server address')))
  expect(field('Server address').getAttribute('aria-invalid')).toBe('true')
  expect(field('Username').getAttribute('aria-describedby')).toBe(screen.getByText('Write your username.').id)
  expect(heard).toEqual([])
})

test.each([
  ['Password', refuse('wrong-credentials', 'The username or the password is wrong.')],
  ['Password', refuse('too-many-requests', 'Too many tries. Wait a minute.')],
  ['Server address', refuse('unavailable', 'No Deskbell server answered at https://chat.example.org.')],
  ['Server address', refuse('not-found', 'https://chat.example.org answered, but not as a Deskbell server does.')],
])('A5: a refusal is said at %s, and nothing typed is lost: %o', async (label, refusal) => {
  hearCommands({ 'add-account': { ok: false, refusal } })
  await fillAll()
  signIn()
  const error = await screen.findByText(refusal.message)
  expect(field(label).getAttribute('aria-describedby')).toContain(error.id)
  await waitFor(() => expect(document.activeElement).toBe(field(label)))
  expect([field('Server address').value, field('Username').value, field('Password').value]).toEqual([
    'chat.example.org',
    'ana',
    'open sesame',
  ])
  fill(label, 'changed')
  await waitFor(() => expect(screen.queryByText(refusal.message)).toBeNull())
})

test('A5: an address that is none is not asked for', async () => {
  const heard = hearCommands()
  await fillAll()
  fill('Server address', 'ftp://chat.example.org')
  signIn()
  await screen.findByText(/This is no web address/)
  expect(heard).toEqual([])
})

test('A5: warns of http to another machine, not of http to this one', async () => {
  await open([])
  fill('Server address', 'http://chat.example.org')
  await screen.findByText(/anybody on the way can read your password/)
  for (const safe of ['http://localhost:4400', 'localhost:4400', '127.0.0.1:4400', 'chat.example.org']) {
    fill('Server address', safe)
    await waitFor(() => expect(screen.queryByText(/anybody on the way/)).toBeNull())
  }
})

test('A5: lists the accounts with their state, and signs out of the one that was meant', async () => {
  const heard = hearCommands()
  const other = anAccount({ order: 1, serverUrl: 'http://localhost:4400', state: 'connecting' })
  await open([account, other])
  const item = screen.getByRole('article', { name: 'ana@localhost:4400' })
  expect(item.textContent).toContain('Connecting')
  within(item).getByRole('button', { name: 'Sign out' }).click()
  await waitFor(() => expect(heard).toEqual([{ type: 'sign-out', payload: { accountId: other.id } }]))
})

test('A5: Remove asks before it deletes', async () => {
  const heard = hearCommands()
  await open()
  screen.getByRole('button', { name: 'Remove' }).click()
  const question = await screen.findByRole('group', { name: /drafts and unsent messages here are deleted/ })
  within(question).getByRole('button', { name: 'Cancel' }).click()
  await waitFor(() => expect(screen.queryByRole('group')).toBeNull())
  expect(heard).toEqual([])

  screen.getByRole('button', { name: 'Remove' }).click()
  within(await screen.findByRole('group'))
    .getByRole('button', { name: 'Remove' })
    .click()
  await waitFor(() => expect(heard).toEqual([{ type: 'remove-account', payload: { accountId: account.id } }]))
})

test('A5: signed out, an account is signed in again with its address and name', async () => {
  await open([{ ...account, state: 'signed-out' }])
  screen.getByRole('button', { name: 'Sign in again' }).click()
  await waitFor(() => expect(field('Server address').value).toBe('https://chat.example.org'))
  expect(field('Username').value).toBe('ana')
})

test('A18: the swap of Enter and Shift+Enter is chosen here', async () => {
  await open()
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Enter sends the message' })
  expect(box.checked).toBe(true)
  fireEvent.click(box)
  await screen.findByText('Enter breaks the line; Shift+Enter sends.')
  expect(await readSetting('enterSends')).toBe(false)
})

test('A22: the volume of the bell is chosen here; at nothing it says that it is silent', async () => {
  await open()
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Volume of the bell' })
  fireEvent.input(slider, { target: { value: '0' } })
  await screen.findByText('Silent: the bell does not sound.')
  expect(await readSetting('volume')).toBe(0)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Play' }).disabled).toBe(true)
})
