import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { refuse } from '#shared/contract/refusals.ts'
import { db } from '../../../extension/core/db.ts'
import { readSetting } from '../../../extension/core/settings.ts'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { Options } from '../../../extension/surfaces/Options.tsx'
import { Popup } from '../../../extension/surfaces/Popup.tsx'
import { aGroup, deskWith, sales } from '../../support/attention-data.ts'
import { aChat, aFollowUp, anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'
import { press } from './press.ts'

const account = anAccount()
const promised = aGroup(sales, { firstAnswerTarget: 100, nextAnswerTarget: 20 })
const everyDay = [0, 1, 2, 3, 4, 5, 6]
const openWaiting = async () => (await screen.findByRole('tab', { name: /Waiting/ })).click()

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('R14: Waiting is sorted by urgency, and each card says in words when the answer is due', async () => {
  const now = new Date(2026, 10, 21, 9).getTime()
  vi.useFakeTimers({ now, toFake: ['Date'] })
  const asked = { account, group: sales, now }
  await seedDesk(
    deskWith(
      deskOf(
        [account],
        [
          aChat({ ...asked, visitor: 'No promise', group: { ...sales, id: aGroup().groupId }, ago: 900_000 }),
          aChat({ ...asked, visitor: 'Has time', ago: 10_000 }),
          aChat({ ...asked, visitor: 'Overdue', ago: 170_000 }),
          aChat({ ...asked, visitor: 'Soon', ago: 85_000 }),
        ],
      ),
      { groups: [aGroup(), promised] },
    ),
  )
  draw(<Desk place="panel" />)
  await openWaiting()
  const cards = await screen.findAllByRole('article')
  expect(cards.map((card) => card.querySelector('bdi')?.textContent)).toEqual([
    'Overdue',
    'Soon',
    'Has time',
    'No promise',
  ])
  await screen.findByText('Overdue by 1:10')
  const due = (name: string) => screen.getByRole('article', { name }).querySelector('.due-label')
  expect(['Overdue', 'Soon', 'Has time'].map((name) => due(name)?.textContent)).toEqual([
    'Overdue by 1:10',
    'Answer due in 0:15',
    'Answer due in 1:30',
  ])
  expect(due('No promise')).toBeNull()
  expect(['Overdue', 'Soon', 'Has time'].map((name) => due(name)?.classList[1])).toEqual(['breached', 'warning', 'ok'])
  // R13: as the visitors are told; each group is a line of its own.
  const place = (name: string) => screen.getByRole('article', { name }).querySelector('.queue-place')?.textContent
  expect(['Overdue', 'Soon', 'Has time', 'No promise'].map(place)).toEqual([
    'Sales · Next in line',
    'Sales · Number 2 in line',
    'Sales · Number 3 in line',
    'Sales · Next in line',
  ])
})

test('R14: my chats and the conversation say it too, until I answer', async () => {
  const chat = aChat({ account, group: sales, ago: 60_000 })
    .accepted()
    .answers('Hello')
    .at(Date.now() - 30_000)
  await seedDesk(deskWith(deskOf([account], [chat.says('Lagos?').read()]), { groups: [promised] }))
  draw(<Desk place="panel" />)
  const row = await screen.findByRole('button', { name: /Ben Okoye/ })
  await within(row).findByText(/^Overdue by/)
  row.click()
  await within(await screen.findByRole('region', { name: 'Ben Okoye' })).findByText(/^Overdue by/)
  await db.chats.bulkPut(chat.at(Date.now()).answers('Yes').rows().chats)
  await waitFor(() => expect(screen.queryByText(/^Overdue by/)).toBeNull())
})

test('A22: one request is muted by itself; it says so and stays', async () => {
  const heard = hearCommands()
  const chat = aChat({ account, visitor: 'Sofia' })
  await seedDesk(deskOf([account], [chat, aChat({ account, visitor: 'Jo' })]))
  draw(<Desk place="panel" />)
  await openWaiting()
  const card = await screen.findByRole('article', { name: 'Sofia' })
  within(card).getByRole('button', { name: 'Mute this request' }).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'silence', payload: { accountId, chatId } }))
  await db.chats.bulkPut(chat.with({ silenced: true }).rows().chats)
  await within(card).findByText('Muted here; it still waits.')
  expect(within(card).queryByRole('button', { name: 'Mute this request' })).toBeNull()
  within(card).getByRole('button', { name: 'Accept' })
  within(screen.getByRole('article', { name: 'Jo' })).getByRole('button', { name: 'Mute this request' })
})

test('A20: Monitor is off, for the visitor’s activity, or for all, and holds for this chat', async () => {
  const chat = aChat({ account }).accepted().read()
  const { accountId, chatId } = chat
  await seedDesk(deskOf([account], [chat]))
  const stream = `chat/${chatId}` as never
  await db.cursors.put({ accountId, stream, seq: 2 })
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('button', { name: /Ben Okoye/ })).click()
  const open = async () => {
    screen.getByRole('button', { name: 'More' }).click()
    await screen.findByRole('group', { name: 'Monitor' })
  }
  await screen.findByRole('log')
  await open()
  screen.getByRole('menuitemradio', { name: 'Off', checked: true })
  screen.getByRole('menuitemradio', { name: 'The visitor’s activity' }).click()
  await screen.findByText('Monitor: The visitor’s activity')
  await open()
  expect(await db.monitors.get([accountId, chatId])).toMatchObject({ level: 'visitor' })
  screen.getByRole('menuitemradio', { name: 'All activity' }).click()
  await screen.findByText('Monitor: All activity')
  await open()
  screen.getByRole('menuitemradio', { name: 'Off' }).click()
  await waitFor(() => expect(screen.queryByText(/^Monitor: /)).toBeNull())
  expect(await db.monitors.count()).toBe(0)
})

test('A22: not to be disturbed: panel and popup say until when', async () => {
  const wall = new Date(2026, 10, 21, 3, 0)
  vi.useFakeTimers({ now: wall, toFake: ['Date'] })
  const settings = { doNotDisturb: { on: true, from: 20 * 60, to: 8 * 60, days: everyDay } }
  await seedDesk(deskWith(deskOf([account], [aChat({ account, now: wall.getTime() })]), { settings }))
  const { unmount } = draw(<Desk place="panel" />)
  const morning = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(new Date(2026, 10, 21, 8, 0))
  await screen.findByText(`Do not disturb until ${morning}`)
  await openWaiting()
  await screen.findByRole('article', { name: 'Ben Okoye' })
  unmount()
  draw(<Popup />)
  await screen.findByText(`Do not disturb until ${morning}`)
})

test('A22: sound, its trial, and the quiet hours are chosen in the options', async () => {
  const played = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
  await seedDesk(deskOf([account], []))
  draw(<Options />)
  const sound = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Sound of the ring' })
  expect([...sound.options].map(({ text }) => text)).toEqual(['Desk bell', 'Chime', 'Wood', 'Telephone'])
  fireEvent.change(sound, { target: { value: 'chime' } })
  await waitFor(async () => expect(await readSetting('sound')).toBe('chime'))
  screen.getByRole('button', { name: 'Play' }).click()
  expect(played).toHaveBeenCalledTimes(1)

  fireEvent.click(screen.getByRole('checkbox', { name: 'Do not disturb at these hours' }))
  fireEvent.change(await screen.findByLabelText('From'), { target: { value: '21:30' } })
  await waitFor(async () => expect((await readSetting('doNotDisturb')).from).toBe(21 * 60 + 30))
  screen.getByText('Ends the next day.')
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '23:00' } })
  await waitFor(() => expect(screen.queryByText('Ends the next day.')).toBeNull())
  const [monday] = within(screen.getByRole('group', { name: 'Begins on' })).getAllByRole('checkbox')
  if (monday) fireEvent.click(monday)
  await waitFor(async () =>
    expect(await readSetting('doNotDisturb')).toEqual({
      on: true,
      from: 21 * 60 + 30,
      to: 23 * 60,
      days: everyDay.slice(1),
    }),
  )
})

const wish = { phone: '+493012345678', note: 'The invoice of May', preferredTimes: 'after 17:00' }

test('A25, A26: a card opens its talk, fetched when this browser does not have it, with all that can be done', async () => {
  const heard = hearCommands()
  const chat = aChat({ account, visitor: 'Ines Duarte' }).says('Is anybody there?').ended('callback')
  const row = { ...aFollowUp('callbacks', { callback: wish }), chatId: chat.chatId }
  await seedDesk(deskOf([account], [], [], [row]))
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Callbacks/ })).click()
  ;(await screen.findByRole('button', { name: 'Ines Duarte' })).click()
  const { accountId, chatId } = chat
  await waitFor(() => expect(heard).toContainEqual({ type: 'fetch-chat', payload: { accountId, chatId } }))
  const fetched = chat.rows()
  await db.transaction('rw', db.chats, db.events, async () => {
    await db.events.bulkPut(fetched.events)
    await db.chats.bulkPut(fetched.chats)
  })
  const talk = await screen.findByRole('region', { name: 'Ines Duarte' })
  expect((await within(talk).findByRole('log')).textContent).toContain('Is anybody there?')
  expect(within(talk).getByRole('link', { name: wish.phone }).getAttribute('href')).toBe(`tel:${wish.phone}`)
  expect(talk.textContent).toContain('after 17:00')
  expect(within(talk).queryByRole('textbox', { name: 'Message' })).toBeNull()
  within(talk).getByRole('button', { name: 'Done' }).click()
  await waitFor(() => expect(heard).toContainEqual({ type: 'follow-up', payload: { accountId, chatId } }))
  press('Escape')
  within(talk).getByRole('button', { name: 'Back to the list' }).click()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Ines Duarte'))
})

test('A25: a talk that cannot be fetched says why, and leads back', async () => {
  const refusal = refuse('unavailable', 'The server cannot be reached just now. Open it again in a moment.')
  hearCommands({ 'fetch-chat': { ok: false, refusal } })
  await seedDesk(deskOf([account], [], [], [aFollowUp('abandoned')]))
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Abandoned/ })).click()
  ;(await screen.findByRole('button', { name: 'Ines Duarte' })).click()
  await screen.findByText('This chat cannot be shown')
  screen.getByText(refusal.message)
  screen.getByRole('button', { name: 'Back to the list' }).click()
  await screen.findByRole('article', { name: 'Ines Duarte' })
})

test('A11: after Accept from Waiting, Back leads to My chats', async () => {
  hearCommands()
  const chat = aChat({ account, visitor: 'Sofia' })
  await seedDesk(deskOf([account], [chat]))
  draw(<Desk place="panel" />)
  await openWaiting()
  within(await screen.findByRole('article', { name: 'Sofia' }))
    .getByRole('button', { name: 'Accept' })
    .click()
  const { chats, events } = chat.accepted().rows()
  await db.transaction('rw', db.chats, db.events, async () => {
    await db.events.bulkPut(events)
    await db.chats.bulkPut(chats)
  })
  await screen.findByRole('textbox', { name: 'Message' })
  screen.getByRole('button', { name: 'Back to the list' }).click()
  await screen.findByRole('tab', { name: /My chats/, selected: true })
})
