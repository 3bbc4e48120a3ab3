import { fireEvent, screen, waitFor } from '@testing-library/preact'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { defaultGroupSettings, SavedGroup } from '#shared/contract/groups.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { anAdministeredServer } from './an-administered-server.ts'
import {
  button,
  choose,
  field,
  fill,
  item,
  openAdministration,
  press,
  problemAt,
  tick,
  tickMember,
} from './open-administration.tsx'

async function addGroup() {
  await openAdministration('Groups')
  press('Add a group')
  await screen.findByRole('heading', { name: 'Add a group' })
}
async function editSales() {
  await openAdministration('Groups')
  item('Sales').getByText('Edit').click()
  await screen.findByRole('heading', { name: 'Edit Sales' })
}

test('R4: lists the groups with their members, how they ring and whether they are open', async () => {
  anAdministeredServer()
  await openAdministration('Groups')
  expect(item('Everyone').getByText('6 members · rings all · always open')).toBeDefined()
  expect(item('Returns').getByText(/^nobody is in it · one by one/)).toBeDefined()
})

test('R4, D4: a new group says all of itself at once, as the contract wants it', async () => {
  const server = anAdministeredServer()
  await addGroup()
  expect(screen.getByText(/Nobody is in this group/)).toBeDefined()
  fill('Name', ' Billing ')
  tickMember('Mia Chen mia')
  tickMember('Ben Okoye ben')
  await screen.findByText('2 of 6 agents')
  tick('Weekly hours')
  tick('One by one')
  await screen.findByLabelText('Time zone')
  fill('Time zone', 'europe/lisbon')
  fill('Monday to', '00:00')
  choose('Who is rung first', 'last-agent')
  fill('Time to answer', '45')
  choose('When all were tried', 'callback')
  fill('Give up after', '1.5')
  choose('First answer within', 'seconds')
  choose('Visitors may end their chat', 'never')
  choose('When an agent begins a chat', 'asked')
  choose('End when nobody writes for: unit', 'none')
  press('Save')
  await screen.findByText('Billing was added.')
  const [asked] = server.asked
  if (asked?.operation !== 'saveGroup') throw new Error('Nothing was saved')
  const workday = [{ from: 540, to: 1_020 }]
  expect(v.parse(SavedGroup, asked.input.body)).toEqual({
    name: 'Billing',
    replaces: 0,
    members: ['agent-mia', 'agent-ben'],
    settings: {
      ...defaultGroupSettings,
      offer: 'one-by-one',
      order: 'last-agent',
      answerWithin: 45,
      exhausted: 'callback',
      giveUpAfter: 90,
      firstAnswerTarget: 10,
      endAfter: null,
      visitorMayEnd: 'never',
      proactive: 'asked',
      hours: {
        zone: 'Europe/Lisbon',
        week: [[{ from: 540, to: 1_440 }], workday, workday, workday, workday, [], []],
        holidays: [],
      },
    },
  })
})

test('R4: what is not touched stays as it was, also a setting that this form does not know', async () => {
  const server = anAdministeredServer()
  const before = server.lists.groups.find(({ name }) => name === 'Sales')
  if (!before) throw new Error('There is no Sales')
  const settings = { ...before.settings, newerSetting: 'kept' }
  server.lists = { ...server.lists, groups: [{ ...before, settings }] }
  await editSales()
  press('Save')
  await screen.findByText('Sales was saved.')
  expect(server.asked).toEqual([
    {
      operation: 'saveGroup',
      input: {
        params: { groupId: before.id },
        body: { name: 'Sales', members: before.members, settings, replaces: 3 },
      },
    },
  ])
})

test('R4: members are found by what they are called, and those who are not shown stay', async () => {
  const server = anAdministeredServer()
  const more = Array.from({ length: 4 }, (_, i) => ({
    id: `agent-${i}` as never,
    name: `Temp ${i}`,
    username: `temp${i}`,
    role: 'agent' as const,
    capacity: 5,
    mayObserve: false,
  }))
  server.lists = { ...server.lists, agents: [...server.lists.agents, ...more] }
  await editSales()
  fill('Search agents', 'temp3')
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Mia Chen mia' })).toBeNull())
  tickMember('Temp 3 temp3')
  fill('Search agents', 'nobody at all')
  await screen.findByText('Nothing is called that.')
  press('Save')
  await screen.findByText('Sales was saved.')
  expect(server.asked).toMatchObject([{ input: { body: { members: ['agent-ben', 'agent-mia', 'agent-3'] } } }])
})

test.each([
  ['Time to answer', '5', 'From 10 seconds to 10 minutes.'],
  ['Time to answer', 'soon', 'Write a number that makes whole seconds.'],
  ['Give up after', '0.2', 'From 30 seconds to 1 day.'],
  ['End when nobody writes for', '1', 'From 2 minutes to 1 day.'],
])('R4: an impossible time (%s %s) is refused at its field', async (label, typed, sentence) => {
  const server = anAdministeredServer()
  await editSales()
  fill(label, typed)
  press('Save')
  await waitFor(() => expect(problemAt(field(label))).toBe(sentence))
  await waitFor(() => expect(document.activeElement).toBe(field(label)))
  expect(field(label).value).toBe(typed)
  expect(server.asked).toEqual([])
})

test.each([
  ['', 'Write a name.'],
  ['everyone', 'everyone is taken. Choose another name.'],
  ['x'.repeat(101), 'At most 100 characters.'],
])('D1: a group cannot be called %j', async (name, sentence) => {
  const server = anAdministeredServer()
  await editSales()
  fill('Name', name)
  press('Save')
  await waitFor(() => expect(problemAt(field('Name'))).toBe(sentence))
  expect(server.asked).toEqual([])
})

test('D4: what the server refuses is said at its fields, and what is about none beside Save', async () => {
  const server = anAdministeredServer()
  await editSales()
  server.refuses.saveGroup = refuse('invalid-request', 'The request is not as it should be.', {
    issues: [
      'body.settings.hours.week.1.0: must begin before it ends',
      'body.settings.hours.holidays.0.date: must be a day that the calendar has',
      'body.settings.giveUpAfter: must be >=30',
      'body.settings.newerSetting: is missing',
    ],
  })
  press('Save')
  await waitFor(() => expect(problemAt(field('Tuesday from'))).toBe('This must begin before it ends.'))
  expect(problemAt(field('Date'))).toBe('This must be a day that the calendar has.')
  expect(problemAt(field('Give up after'))).toBe('This must be >=30.')
  expect(screen.getByText('settings.newerSetting: is missing.')).toBeDefined()
  server.refuses.saveGroup = refuse('invalid-request', 'There can be 200 groups. Remove one first.')
  press('Save')
  await screen.findByText('There can be 200 groups. Remove one first.')
})

test('D1: who is second to change a group is told, keeps what they typed, and replaces it when they save again', async () => {
  const server = anAdministeredServer()
  await editSales()
  fill('Time to answer', '45')
  const [before] = server.lists.groups.filter(({ name }) => name === 'Sales')
  if (!before) throw new Error('There is no Sales')
  server.lists = { ...server.lists, groups: [{ ...before, version: 4 }] }
  server.refuses.saveGroup = refuse('changed-meanwhile', 'Somebody has changed the group Sales meanwhile.')
  press('Save')
  await screen.findByText(
    'Somebody has changed the group Sales meanwhile. Save again to replace it with what is here, or cancel to see it as it is.',
  )
  expect(field('Time to answer').value).toBe('45')
  delete server.refuses.saveGroup
  press('Save')
  await screen.findByText('Sales was saved.')
  expect(server.asked.map(({ input }) => input)).toMatchObject([
    { body: { replaces: 3 } },
    { body: { replaces: 4, settings: { answerWithin: 45 } } },
  ])
})

test('D1: Remove says what happens before, and what happened after; Everyone cannot be removed', async () => {
  const server = anAdministeredServer()
  server.consequences.movedChats = 1
  await openAdministration('Groups')
  expect(item('Everyone').queryByText('Remove')).toBeNull()
  item('Sales').getByText('Remove').click()
  const question = /^Remove Sales\? Its chats that are not over go to Everyone, and its 2 agents stay on the server/
  await screen.findByRole('group', { name: question })
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('group', { name: question })).toBeNull())
  item('Sales').getByText('Remove').click()
  await screen.findByRole('group', { name: question })
  item('Sales').getByRole('button', { name: 'Remove' }).click()
  await screen.findByText('Sales was removed: 1 chat went to Everyone.')
  expect(screen.queryByRole('listitem', { name: 'Sales' })).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(button('Add a group')))
})
