import { screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { refuse } from '#shared/contract/refusals.ts'
import { readSetting, writeSetting } from '../../../extension/core/settings.ts'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { Popup } from '../../../extension/surfaces/Popup.tsx'
import { anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { anOnlineVisitor, visitorsOf } from '../../support/visitor-data.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

/** Which page the browser says that the agent looks at. */
const browsers = vi.hoisted(() => ({ page: null as string | null }))
vi.mock('../../../extension/platform/current-page.ts', () => ({ currentPage: async () => browsers.page }))

const account = anAccount()
const second = anAccount({ order: 1, serverUrl: 'https://support.acme.example' })

test('A42: the popup says how many visitors are on the page the agent looks at, and opens their list', async () => {
  browsers.page = 'https://shop.example/prices?from=mail#top'
  const heard = hearCommands({ 'count-on-page': { ok: true, value: { visitors: 2 } } })
  await seedDesk(deskOf([account, second], []))
  draw(<Popup />)
  const button = await screen.findByRole('button', { name: '4 visitors on this page' })
  const page = 'https://shop.example/prices'
  const asked = heard.flatMap((one) => (one.type === 'count-on-page' ? [one.payload] : []))
  expect(asked).toEqual([account, second].map(({ id }) => ({ accountId: id, page })))
  button.click()
  await waitFor(async () => expect(await readSetting('openVisitors')).toMatchObject({ page }))
})

test('A42: nothing is said of a page without visitors, of no web page, and without an answer', async () => {
  const cases = [
    { page: 'https://shop.example/', answer: { ok: true, value: { visitors: 0 } } },
    { page: 'chrome://extensions/', answer: { ok: true, value: { visitors: 3 } } },
    { page: null, answer: { ok: true, value: { visitors: 3 } } },
    { page: 'https://shop.example/', answer: { ok: false, refusal: refuse('unavailable', 'Not now.') } },
  ] as const
  await seedDesk(deskOf([account], []))
  for (const { page, answer } of cases) {
    browsers.page = page
    const heard = hearCommands({ 'count-on-page': answer })
    const { unmount } = draw(<Popup />)
    await screen.findByRole('button', { name: 'Open side panel' })
    if (page?.startsWith('https:'))
      await waitFor(() => expect(heard.map(({ type }) => type)).toContain('count-on-page'))
    // The answer has been drawn by then.
    await new Promise(requestAnimationFrame)
    expect(screen.queryByRole('button', { name: /on this page/ })).toBeNull()
    unmount()
  }
})

test('A42: the desk goes to the visitors of that page, and to all of them again', async () => {
  hearCommands()
  const pageAt = (path: string) => ({ url: `https://shop.example${path}`, title: path })
  const seen = [
    anOnlineVisitor('Ada', { page: pageAt('/prices?from=mail') }),
    anOnlineVisitor('Ben', { page: pageAt('/prices/old') }),
  ]
  await seedDesk({ ...deskOf([account], []), ...visitorsOf(account, seen) })
  draw(<Desk place="panel" />)
  await screen.findByRole('tab', { name: 'Visitors', selected: false })
  await writeSetting('openVisitors', { page: 'https://shop.example/prices', at: Date.now() })
  await screen.findByRole('tab', { name: 'Visitors', selected: true })
  const names = () => screen.queryAllByRole('article').map((card) => card.querySelector('h3')?.textContent)
  await waitFor(() => expect(names()).toEqual(['Ada']))
  screen.getByRole('button', { name: 'Only on shop.example/prices' }).click()
  await waitFor(() => expect(names().toSorted()).toEqual(['Ada', 'Ben']))
})
