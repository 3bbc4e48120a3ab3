import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { refuse } from '#shared/contract/refusals.ts'
import { Options } from '../../../../extension/surfaces/Options.tsx'
import { administrator } from '../../../support/administration-data.ts'
import { anAccount, deskOf } from '../../../support/desk-data.ts'
import { seedDesk } from '../../../support/seed-desk.ts'
import { draw } from '../../ui/draw.ts'
import { anAdministeredServer } from './an-administered-server.ts'
import { field, press } from './open-administration.tsx'

afterEach(() => void vi.restoreAllMocks())

async function open() {
  await seedDesk(deskOf([administrator], []))
  draw(<Options />)
  fireEvent.click(await screen.findByRole('tab', { name: 'Identity' }))
}

test('W11: the secret is covered until it is wanted, and copied as it is', async () => {
  anAdministeredServer()
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await open()
  await screen.findByLabelText('Secret')
  expect(field('Secret')).toMatchObject({ type: 'password', readOnly: true, value: 'the first secret' })
  press('Copy')
  await screen.findByText('Copied.')
  expect(writeText).toHaveBeenCalledWith('the first secret')
  expect(field('Secret').type).toBe('password')
  press('Show')
  await waitFor(() => expect(field('Secret').type).toBe('text'))
  press('Hide')
  await waitFor(() => expect(field('Secret').type).toBe('password'))
})

test('W11: where the browser lets nothing be copied the secret is shown for it', async () => {
  anAdministeredServer()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
  await open()
  await screen.findByLabelText('Secret')
  press('Copy')
  await screen.findByText(/^This browser does not let it be copied/)
  await waitFor(() => expect(field('Secret').type).toBe('text'))
})

test('W11: it is renewed only after a question, and shown covered again', async () => {
  const server = anAdministeredServer()
  await open()
  await screen.findByLabelText('Secret')
  press('Renew')
  await screen.findByText(/^Renew the secret\? What was signed with the old one is refused/)
  press('Keep it')
  await waitFor(() => expect(screen.queryByText(/^Renew the secret\?/)).toBeNull())
  expect(server.asked.map(({ operation }) => operation)).not.toContain('renewIdentitySecret')
  press('Renew')
  await screen.findByRole('button', { name: 'Renew now' })
  press('Renew now')
  await screen.findByText('The secret was renewed. Put the new one on the site’s server.')
  expect(field('Secret')).toMatchObject({ type: 'password', value: 'the first secret, renewed' })
})

test('W11: when the server refuses it says why, and the old secret stays', async () => {
  const server = anAdministeredServer()
  server.refuses.getIdentitySecret = refuse('unavailable', 'The server has too much to do.')
  await open()
  await screen.findByText('The server has too much to do.')
  expect(screen.queryByLabelText('Secret')).toBeNull()
  delete server.refuses.getIdentitySecret
  press('Try again')
  await screen.findByLabelText('Secret')
  server.refuses.renewIdentitySecret = refuse('unavailable', 'Not just now.')
  press('Renew')
  await screen.findByRole('button', { name: 'Renew now' })
  press('Renew now')
  await screen.findByText('Not just now.')
  expect(field('Secret').value).toBe('the first secret')
  expect(screen.queryByText(/^The secret was renewed/)).toBeNull()
})

test('W11: agents who are no administrators see no such tab', async () => {
  anAdministeredServer()
  await seedDesk(deskOf([anAccount({ role: 'agent' })], []))
  draw(<Options />)
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('tab', { name: 'Identity' })).toBeNull()
})
