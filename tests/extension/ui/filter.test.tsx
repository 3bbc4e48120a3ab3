import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { noFilter, readSetting, type Settings } from '../../../extension/core/settings.ts'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { aGroup, billing, deskWith, sales } from '../../support/attention-data.ts'
import { aChat, aFollowUp, anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

const account = anAccount()
const groups = [aGroup(), aGroup(sales), aGroup(billing, { isMine: false })]
const names = () => screen.queryAllByRole('article').map((card) => card.querySelector('bdi')?.textContent)
const choose = (label: string, option: string) => {
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: label })
  const found = within(select).getByRole<HTMLOptionElement>('option', { name: option })
  fireEvent.change(select, { target: { value: found.value } })
}
const search = (text: string) =>
  fireEvent.input(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: text } })

async function drawWaiting(settings: Partial<Settings> = {}) {
  hearCommands()
  const at = { url: 'https://shop.example/returns', title: 'Rückgabe' }
  const waiting = [
    aChat({ account, visitor: 'Łukasz', group: sales, description: 'Refund of order 48213', ago: 50_000 }),
    aChat({ account, visitor: 'Sofia', group: billing, ago: 40_000, page: at }).says('Où est ma facture?'),
    aChat({ account, visitor: 'Tom', ago: 30_000 }),
  ]
  await seedDesk(deskWith(deskOf([account], waiting), { groups, settings }))
  const drawn = draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Waiting/ })).click()
  return drawn
}

test('A12: all groups, my groups, or a single one; a chat without a group is Everyone’s', async () => {
  await drawWaiting()
  await waitFor(() => expect(names()).toEqual(['Łukasz', 'Sofia', 'Tom']))
  choose('Groups', 'My groups')
  await waitFor(() => expect(names()).toEqual(['Łukasz', 'Tom']))
  choose('Groups', 'Billing')
  await waitFor(() => expect(names()).toEqual(['Sofia']))
  choose('Groups', 'All groups')
  await waitFor(() => expect(names()).toHaveLength(3))
})

test('A12: every word is looked for in name, description, last message and page, whatever its accents and case', async () => {
  await drawWaiting()
  await waitFor(() => expect(names()).toHaveLength(3))
  for (const [text, found] of [
    ['lukasz', 'Łukasz'],
    ['48213 REFUND', 'Łukasz'],
    ['ou est', 'Sofia'],
    ['ruckgabe', 'Sofia'],
    ['shop.example/returns', 'Sofia'],
  ] as const) {
    search(text)
    await waitFor(() => expect(names()).toEqual([found]))
  }
})

test('A12: what a filter hides is said, also where it hides everything, and it can be removed there', async () => {
  await drawWaiting()
  await waitFor(() => expect(names()).toHaveLength(3))
  choose('Groups', 'Billing')
  await screen.findByText('The filter hides 2 more.')
  search('nobody is called so')
  await screen.findByText('Nothing here passes the filter')
  screen.getByText('It hides 3 that are in this list.')
  ;(await screen.findAllByRole('button', { name: 'Remove the filter' })).at(-1)?.click()
  await waitFor(() => expect(names()).toHaveLength(3))
  expect(await readSetting('listFilter')).toEqual(noFilter)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove the filter' })).toBeNull())
  expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' }).value).toBe('')
})

test('A12: the filter is kept in this browser, and a request that it hides rings all the same', async () => {
  const { unmount } = await drawWaiting()
  choose('Groups', 'Billing')
  await waitFor(() => expect(names()).toEqual(['Sofia']))
  const chosen = await readSetting('listFilter')
  unmount()
  await drawWaiting({ listFilter: chosen })
  await waitFor(() => expect(names()).toEqual(['Sofia']))
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Groups' }).selectedOptions[0]?.textContent).toBe(
    'Billing',
  )
  screen.getByRole('tab', { name: /My chats/ }).click()
  await screen.findByRole('region', { name: 'Łukasz is waiting' })
})

test('A12: a group that is gone is named so, and hides nothing for good', async () => {
  const gone = { accountId: account.id, groupId: sales.id }
  hearCommands()
  await seedDesk(
    deskWith(deskOf([account], [aChat({ account, visitor: 'Tom' }).accepted()]), {
      groups: [aGroup()],
      settings: { listFilter: { ...noFilter, groups: gone } },
    }),
  )
  draw(<Desk place="panel" />)
  await screen.findByText('Nothing here passes the filter')
  screen.getByRole('option', { name: 'A group that is gone', selected: true })
})

test('A12, A25: My chats, ended ones and follow-ups pass the same filter; by channel, too', async () => {
  hearCommands()
  const wish = { phone: '+493012345678', note: 'The invoice', preferredTimes: '' }
  const chats = [
    aChat({ account, visitor: 'Ben', group: sales }).accepted(),
    aChat({ account, visitor: 'Priya', group: billing }).accepted(),
    aChat({ account, visitor: 'Hélène', group: sales }).accepted().ended(),
    aChat({ account, visitor: 'Jo', group: billing }).accepted().ended(),
  ]
  const followUps = [
    aFollowUp('abandoned', { leftMessage: { email: 'lea@example.org', text: 'Sizes?' } }, { visitor: 'Lea' }),
    aFollowUp('abandoned', {}, { visitor: 'Noa' }),
    aFollowUp('callbacks', { callback: wish }, { visitor: 'Ines' }),
  ]
  await seedDesk(deskWith(deskOf([account], chats, [], followUps), { groups }))
  draw(<Desk place="panel" />)
  const rows = async (list: string) =>
    within(await screen.findByRole('list', { name: list }))
      .getAllByRole('button')
      .map((row) => row.querySelector('bdi')?.textContent)
  await screen.findByRole('option', { name: 'Sales' })
  choose('Groups', 'Sales')
  await waitFor(async () => expect([await rows('My chats'), await rows('Ended')]).toEqual([['Ben'], ['Hélène']]))
  await screen.findByText('The filter hides 2 more.')
  choose('Groups', 'All groups')
  choose('Channel', 'Message left')
  await screen.findByText('Nothing here passes the filter')
  screen.getByRole('tab', { name: /Abandoned/ }).click()
  await waitFor(() => expect(names()).toEqual(['Lea']))
  screen.getByRole('tab', { name: /Callbacks/ }).click()
  await screen.findByText('It hides one that is in this list.')
  choose('Channel', 'Callback')
  await waitFor(() => expect(names()).toEqual(['Ines']))
})
