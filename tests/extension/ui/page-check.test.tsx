import { screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import type { PageFacts } from '#shared/domain/site-check/page-facts.ts'
import { Popup } from '../../../extension/surfaces/Popup.tsx'
import { anAccount, deskOf, noData } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

/** What the browser reads from the page that the agent looks at. */
const browsers = vi.hoisted(() => ({ facts: null as PageFacts | null, reads: 0 }))
vi.mock('../../../extension/platform/read-page.ts', () => ({
  readPage: async () => {
    browsers.reads++
    return browsers.facts
  },
}))
beforeEach(() => {
  browsers.reads = 0
})

const empty: PageFacts = {
  url: 'https://shop.example/lamps',
  policies: [],
  headersRead: true,
  tags: [],
  mentions: [],
  tagManagers: [],
  button: false,
}

test('G6: the popup checks the page when it is asked to, and not before', async () => {
  hearCommands({ 'count-on-page': { ok: true, value: { visitors: 0 } } })
  browsers.facts = empty
  const account = anAccount()
  await seedDesk(deskOf([account], []))
  draw(<Popup />)
  const button = await screen.findByRole('button', { name: 'Check this page' })
  expect(browsers.reads).toBe(0)
  button.click()
  const item = await screen.findByRole('listitem')
  expect(item.textContent).toBe(
    `To put rightThe snippet is not in this page. Paste it right before </body>.<script async src="${account.serverUrl}/widget.js" data-widget="default"></script>`,
  )
  expect(document.activeElement?.textContent).toBe('Check this page')
  screen.getByText('https://shop.example/lamps')

  browsers.facts = { ...empty, button: true }
  screen.getByRole('button', { name: 'Check again' }).click()
  await waitFor(() => expect(screen.getByRole('listitem').textContent).toBe('GoodThe contact button is on the page.'))

  screen.getByRole('button', { name: 'Back' }).click()
  await screen.findByText('Nobody is waiting')
  expect(screen.queryByRole('list', { name: 'What was found' })).toBeNull()
})

test('G6: a page that browsers keep to themselves is said to be one', async () => {
  hearCommands({ 'count-on-page': { ok: true, value: { visitors: 0 } } })
  browsers.facts = null
  await seedDesk(deskOf([anAccount()], []))
  draw(<Popup />)
  ;(await screen.findByRole('button', { name: 'Check this page' })).click()
  await screen.findByText('This page cannot be read')
})

test('G6: without a server there is nothing to check a page by', async () => {
  await seedDesk(noData())
  draw(<Popup />)
  await screen.findByRole('main')
  expect(screen.queryByRole('button', { name: 'Check this page' })).toBeNull()
})
