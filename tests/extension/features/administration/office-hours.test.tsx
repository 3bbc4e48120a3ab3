import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { OfficeHours } from '#shared/contract/office-hours.ts'
import { press as key } from '../../ui/press.ts'
import { anAdministeredServer } from './an-administered-server.ts'
import { choose, field, fill, item, openAdministration, press, problemAt } from './open-administration.tsx'

/** Sales is open from 9 to 12 and from 13 to 17, Fridays from 9 to 14, not on two holidays. */
async function editSales() {
  const server = anAdministeredServer()
  await openAdministration('Groups')
  item('Sales').getByText('Edit').click()
  await screen.findByRole('heading', { name: 'Edit Sales' })
  return server
}
async function savedHours(server: ReturnType<typeof anAdministeredServer>): Promise<OfficeHours | null> {
  press('Save')
  await screen.findByText('Sales was saved.')
  const asked = server.asked.at(-1)
  if (asked?.operation !== 'saveGroup') throw new Error('Nothing was saved')
  return asked.input.body.settings.hours as OfficeHours | null
}

const endsFirst = 'It ends before it begins. For hours over midnight, end at 0:00 and go on the next day.'

test.each([
  ['an end before its beginning', 'Friday to', 0, '08:00', endsFirst],
  ['an end at its beginning', 'Friday to', 0, '09:00', endsFirst],
  ['hours over each other', 'Monday from', 1, '11:30', 'It overlaps other hours of this day.'],
  ['half a time', 'Tuesday to', 1, '', 'Write both times, such as 9:00 and 17:00.'],
  [
    'an unknown zone',
    'Time zone',
    0,
    'Mars/Olympus',
    'There is no time zone called Mars/Olympus. Choose one from the list.',
  ],
  ['an offset for a zone', 'Time zone', 0, '+02:00', 'There is no time zone called +02:00. Choose one from the list.'],
  ['no zone', 'Time zone', 0, ' ', 'Choose a time zone.'],
  ['a holiday twice', 'Date', 1, '2026-12-25', 'This day is in the list twice.'],
  ['a holiday without a day', 'Date', 0, '', 'Choose a day.'],
])(
  'D4: %s is refused at its field in a sentence, and nothing typed is lost',
  async (_, label, place, typed, sentence) => {
    const server = await editSales()
    fill('Name', 'Sales and more')
    fill(label, typed, place)
    press('Save')
    await waitFor(() => expect(problemAt(field(label, place))).toBe(sentence))
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getByText('Not saved: one field needs another look.')).toBeDefined()
    expect(field('Name').value).toBe('Sales and more')
    expect(field(label, place).value).toBe(typed)
    expect(server.asked).toEqual([])
  },
)

test('D4: hours are added, taken away and copied to other days', async () => {
  const server = await editSales()
  press('Add hours on Saturday')
  await waitFor(() => expect(document.activeElement).toBe(field('Saturday from')))
  fill('Saturday from', '10:00')
  fill('Saturday to', '14:00')
  press('Remove 13:00 to 17:00 on Monday')
  await waitFor(() => expect(screen.getAllByLabelText('Monday from')).toHaveLength(1))
  press('Copy Saturday to other days')
  const question = within(await screen.findByRole('group', { name: 'Copy the hours of Saturday to' }))
  expect(document.activeElement).toBe(question.getByLabelText('Monday'))
  for (const day of ['Monday', 'Thursday', 'Friday', 'Sunday']) fireEvent.click(question.getByLabelText(day))
  fireEvent.click(question.getByRole('button', { name: 'Copy' }))
  const [morning, all, short, copied] = [
    [{ from: 540, to: 720 }],
    [
      { from: 540, to: 720 },
      { from: 780, to: 1_020 },
    ],
    [{ from: 540, to: 840 }],
    [{ from: 600, to: 840 }],
  ]
  expect((await savedHours(server))?.week).toEqual([morning, copied, copied, all, short, copied, copied])
})

test('D4: a day ends at midnight, and more hours begin where the last ended', async () => {
  const server = await editSales()
  press('Add hours on Friday')
  await waitFor(() => expect(field('Friday from', 1).value).toBe('14:00'))
  fill('Friday to', '00:00', 1)
  expect((await savedHours(server))?.week[4]).toEqual([
    { from: 540, to: 840 },
    { from: 840, to: 1_440 },
  ])
})

test('D4: holidays are closed or have hours of their own', async () => {
  const server = await editSales()
  press('Add a holiday')
  await waitFor(() => expect(document.activeElement).toBe(field('Date', 2)))
  fill('Date', '2027-01-06', 2)
  fill('Name', ' Epiphany ', 3)
  fireEvent.change(field('On this day', 2), { target: { value: 'open' } })
  await screen.findByLabelText('Epiphany from')
  fill('Epiphany to', '12:00')
  choose('On this day', 'open')
  await screen.findByLabelText('Christmas Day from')
  press('Remove New Year’s Eve')
  await waitFor(() => expect(screen.queryByDisplayValue('New Year’s Eve')).toBeNull())
  expect((await savedHours(server))?.holidays).toEqual([
    { date: '2026-12-25', name: 'Christmas Day', openings: [{ from: 540, to: 1_020 }] },
    { date: '2027-01-06', name: 'Epiphany', openings: [{ from: 540, to: 720 }] },
  ])
})

test('D4: Always open forgets nothing while the form is open, and saves no hours', async () => {
  const server = await editSales()
  fill('Friday to', '15:00')
  fireEvent.click(field('Always open'))
  await waitFor(() => expect(screen.queryByLabelText('Time zone')).toBeNull())
  fireEvent.click(field('Weekly hours'))
  await waitFor(() => expect(field('Friday to').value).toBe('15:00'))
  fireEvent.click(field('Always open'))
  await waitFor(() => expect(screen.queryByLabelText('Time zone')).toBeNull())
  expect(await savedHours(server)).toBeNull()
})

test('D4: the time zone is found by its city and picked with the keyboard alone', async () => {
  const server = await editSales()
  field('Time zone').focus()
  fill('Time zone', 'new york')
  const options = within(await screen.findByRole('listbox', { name: 'Time zones' }))
  expect((await options.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^America\/New YorkUTC-[45]$/),
  ])
  key('ArrowDown')
  await waitFor(() => {
    const active = field('Time zone').getAttribute('aria-activedescendant') ?? ''
    expect(document.getElementById(active)?.getAttribute('aria-selected')).toBe('true')
  })
  key('Enter')
  await waitFor(() => expect(field('Time zone').value).toBe('America/New_York'))
  expect(field('Time zone').getAttribute('aria-expanded')).toBe('false')
  key('ArrowDown')
  await waitFor(() => expect(field('Time zone').getAttribute('aria-expanded')).toBe('true'))
  key('Escape')
  await waitFor(() => expect(field('Time zone').getAttribute('aria-expanded')).toBe('false'))
  expect((await savedHours(server))?.zone).toBe('America/New_York')
})

test('D4: says what the hours mean just now, and nothing while they are impossible', async () => {
  await editSales()
  await screen.findByText(/^There it is .+ now: (open|closed) until /)
  fill('Time zone', 'Nowhere')
  await waitFor(() => expect(screen.queryByText(/^There it is/)).toBeNull())
})
