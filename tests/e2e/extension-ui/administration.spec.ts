import type { Page } from '@playwright/test'
import { defaultGroupSettings, type StatusId } from '#shared/contract/groups.ts'
import type { ChatId, GroupId } from '#shared/contract/ids.ts'
import { aClientId, anAdministrator, anAgent, aVisitor } from '../../support/api-people.ts'
import type { Desk } from '../../support/desk.ts'
import type { AgentBrowser } from '../support/agent-browser.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { findBarriers } from '../support/find-barriers.ts'

test('R4, D4: an administrator adds a group with members and hours, and the server has it; impossible hours are refused', async ({
  agent,
  server,
}) => {
  test.slow()
  const { administrator, options } = await administer(agent, server)
  // Added elsewhere meanwhile.
  const ben = await anAgent(server, administrator, 'Ben')
  await area(options, 'Groups')
  await options.getByRole('button', { name: 'Add a group' }).click()
  await options.getByLabel('Name', { exact: true }).fill('Billing')
  await options.getByRole('checkbox', { name: /^Ben/ }).check()
  await options.getByRole('radio', { name: 'Weekly hours' }).check()
  await options.getByRole('combobox', { name: 'Time zone' }).fill('lisbon')
  await options.getByRole('option', { name: /Europe\/Lisbon/ }).click()
  await options.getByLabel('Monday to', { exact: true }).fill('08:30')
  await options.getByRole('button', { name: 'Add a holiday' }).click()
  await options.getByLabel('Date').fill('2027-01-01')
  await options.getByRole('button', { name: 'Save' }).click()

  await expect(options.getByText('It ends before it begins.')).toBeVisible()
  await expect(options.getByLabel('Monday to', { exact: true })).toHaveValue('08:30')
  await expect(options.getByLabel('Monday from', { exact: true })).toBeFocused()
  expect((await administrator.api.listGroups({})).groups.map(({ name }) => name)).toEqual(['Everyone'])

  await options.getByLabel('Monday to', { exact: true }).fill('12:30')
  await options.getByRole('button', { name: 'Save' }).click()
  await expect(options.getByText('Billing was added.')).toBeVisible()
  const { groups } = await administrator.api.listGroups({})
  const day = [{ from: 540, to: 1_020 }]
  expect(groups.find(({ name }) => name === 'Billing')).toMatchObject({
    members: [ben.id],
    settings: {
      ...defaultGroupSettings,
      hours: {
        zone: 'Europe/Lisbon',
        week: [[{ from: 540, to: 750 }], day, day, day, day, [], []],
        holidays: [{ date: '2027-01-01', name: '', openings: [] }],
      },
    },
  })
})

test('D1: of two administrators who change one group the second is told, and replaces it by saving again', async ({
  agent,
  server,
}) => {
  test.slow()
  const { administrator, options } = await administer(agent, server)
  const groupId = crypto.randomUUID() as string as GroupId
  const saveElsewhere = (answerWithin: number) => {
    const body = { name: 'Sales', settings: { ...defaultGroupSettings, answerWithin }, members: [] }
    return administrator.api.saveGroup({ params: { groupId }, body })
  }
  const settings = async () =>
    (await administrator.api.listGroups({})).groups.find(({ id }) => id === groupId)?.settings
  await saveElsewhere(30)
  await options.reload()
  await area(options, 'Groups')
  await options.getByRole('listitem', { name: 'Sales' }).getByRole('button', { name: 'Edit' }).click()
  await options.getByLabel('Give up after', { exact: true }).fill('7')
  await saveElsewhere(60)
  await options.getByRole('button', { name: 'Save' }).click()
  await expect(
    options.getByText(/^Somebody has changed the group Sales meanwhile.*Save again to replace it/),
  ).toBeVisible()
  expect(await settings()).toMatchObject({ answerWithin: 60, giveUpAfter: 300 })
  await options.getByRole('button', { name: 'Save' }).click()
  await expect(options.getByText('Sales was saved.')).toBeVisible()
  expect(await settings()).toMatchObject({ answerWithin: 30, giveUpAfter: 420 })
})

test('P2: a status in use is removed, and it is said who has what now', async ({ agent, server }) => {
  const { administrator, options } = await administer(agent, server)
  await area(options, 'Statuses')
  await options.getByRole('button', { name: 'Add a status' }).click()
  await options.getByLabel('Name', { exact: true }).fill('Lunch')
  await options.getByRole('button', { name: 'Save' }).click()
  await expect(options.getByText('Lunch was added.')).toBeVisible()
  const lunch = (await administrator.api.listStatuses({})).statuses.find(({ name }) => name === 'Lunch')
  for (const name of ['Ben', 'Cy']) {
    const colleague = await anAgent(server, administrator, name)
    await colleague.api.setStatus({ body: { status: lunch?.id as StatusId } })
  }

  const item = options.getByRole('listitem', { name: 'Lunch' })
  await item.getByRole('button', { name: 'Remove' }).click()
  await item.getByRole('group', { name: /Agents who have it now get Away instead/ }).waitFor()
  await item.getByRole('button', { name: 'Remove' }).click()
  await expect(options.getByText('Lunch was removed: 2 agents now have Away.')).toBeVisible()
  const { team } = await administrator.api.listTeam({})
  expect(team.flatMap(({ name, status }) => (/^(Ben|Cy)/.test(name) ? [status] : []))).toEqual(['away', 'away'])
})

test('R4: a group emptied while a chat waits strands nobody: it keeps its place, and rings elsewhere when the group is removed', async ({
  agent,
  server,
}) => {
  test.slow()
  const { administrator, options } = await administer(agent, server)
  const groupId = crypto.randomUUID() as string as GroupId
  const settings = {
    ...defaultGroupSettings,
    offer: 'one-by-one',
    answerWithin: 600,
    exhausted: 'leave-message',
  } as const
  const body = { name: 'Returns', settings, members: [administrator.id] }
  await administrator.api.saveGroup({ params: { groupId }, body })
  const visitor = await aVisitor(server, 'Maria')
  const chatId = crypto.randomUUID() as string as ChatId
  const page = { url: 'https://shop.example/returns', title: 'Returns' }
  await visitor.api.startChat({ body: { chatId, clientId: aClientId(), page, language: 'en', group: groupId } })
  await expect.poll(agent.rings).toBe(true)

  await options.reload()
  await area(options, 'Groups')
  const item = options.getByRole('listitem', { name: 'Returns' })
  await item.getByRole('button', { name: 'Edit' }).click()
  await options.getByRole('checkbox', { name: /^Administrator/ }).uncheck()
  await expect(options.getByText('Nobody is in this group.')).toBeVisible()
  await options.getByRole('button', { name: 'Save' }).click()
  await expect(options.getByText('Returns was saved.')).toBeVisible()
  await expect.poll(agent.rings).toBe(false)
  expect(await visitor.api.getQueuePlace({ params: { chatId } })).toMatchObject({ phase: 'waiting', place: 1 })

  await item.getByRole('button', { name: 'Remove' }).click()
  await item.getByRole('group', { name: /go to Everyone/ }).waitFor()
  await item.getByRole('button', { name: 'Remove' }).click()
  await expect(options.getByText('Returns was removed: 1 chat went to Everyone.')).toBeVisible()
  await expect.poll(agent.rings).toBe(true)
})

test('D1: what is wrong and what is unsaved is never lost without a question', async ({ agent, server }) => {
  const { options } = await administer(agent, server)
  await options.getByRole('button', { name: 'Add an agent' }).click()
  await options.getByLabel('Name', { exact: true }).fill('Eve')
  await options.getByLabel('Username').fill(server.adminUsername)
  await options.getByLabel('First password').fill('open sesame')
  await options.getByRole('button', { name: 'Save' }).click()
  await expect(options.getByLabel('Username')).toHaveAccessibleDescription(/already an agent with the username/)
  await expect(options.getByLabel('Name', { exact: true })).toHaveValue('Eve')

  const asked = options.waitForEvent('dialog')
  await options.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await options.getByRole('tab', { name: /^Groups/ }).click()
  await expect(options.getByRole('group', { name: 'What you changed is not saved.' })).toBeVisible()
  await options.keyboard.press('Escape')
  await expect(options.getByLabel('First password')).toHaveValue('open sesame')
})

test('A40: with the keyboard alone an administrator adds a status', async ({ agent, server }) => {
  const { administrator, options } = await administer(agent, server)
  await options.getByRole('tab', { name: /^Agents/ }).focus()
  await options.keyboard.press('ArrowRight')
  await options.keyboard.press('ArrowRight')
  await options.getByRole('list', { name: 'Statuses' }).waitFor()
  await tabTo(options, 'Add a status')
  await options.keyboard.press('Enter')
  await options.keyboard.type('Training')
  await options.keyboard.press('Tab')
  await options.keyboard.press('Space')
  await options.keyboard.press('Enter')
  await expect(options.getByText('Training was added.')).toBeVisible()
  expect((await administrator.api.listStatuses({})).statuses).toContainEqual(
    expect.objectContaining({ name: 'Training', takesChats: true }),
  )
})

for (const { name, ...media } of [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active' },
] as const)
  test(`A40: axe finds no barrier in administration, and nothing is wider than the page: ${name}`, async ({
    agent,
    server,
  }) => {
    test.slow()
    const { options } = await administer(agent, server)
    await options.setViewportSize({ width: 360, height: 640 })
    await options.emulateMedia(media)
    const isFine = async () => {
      expect(await findBarriers(options)).toEqual([])
      expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    }
    await isFine()
    await options.getByRole('button', { name: 'Add an agent' }).click()
    await options.getByRole('button', { name: 'Save' }).click()
    await options.getByText('Write a username.').waitFor()
    await isFine()
    await area(options, 'Groups')
    await isFine()
    await options.getByRole('button', { name: 'Add a group' }).click()
    await options.getByRole('radio', { name: 'Weekly hours' }).check()
    await options.getByRole('radio', { name: 'One by one' }).check()
    await options.getByRole('button', { name: 'Add a holiday' }).click()
    await options.getByRole('button', { name: 'Copy Monday to other days' }).click()
    await options.getByRole('combobox', { name: 'Time zone' }).fill('Nowhere')
    await options.getByRole('button', { name: 'Save' }).click()
    await options.getByText('Choose a day.').waitFor()
    await options.getByRole('combobox', { name: 'Time zone' }).fill('ber')
    await options.getByRole('listbox').waitFor()
    await isFine()
    await options.getByRole('button', { name: 'Cancel', exact: true }).last().click()
    await options.getByRole('button', { name: 'Discard the changes' }).waitFor()
    await isFine()
  })

/** The options page of the server's administrator, who is signed in, with the lists loaded. */
async function administer(agent: AgentBrowser, server: Desk) {
  const administrator = await anAdministrator(server)
  await agent.signIn(server)
  const options = await agent.open('options.html')
  await options.getByRole('list', { name: 'Agents' }).waitFor()
  return { administrator, options }
}

async function area(options: Page, name: 'Groups' | 'Statuses') {
  await options.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
  await options.getByRole('list', { name }).waitFor()
}

/** Presses Tab until the button has the focus: at most as often as there are things to stop at. */
async function tabTo(options: Page, name: string) {
  const button = options.getByRole('button', { name })
  for (let i = 0; i < 40; i++) {
    await options.keyboard.press('Tab')
    if (await button.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${name} is not reached with Tab`)
}
