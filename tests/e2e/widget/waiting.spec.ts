import { randomUUID } from 'node:crypto'
import type { GroupSettings } from '#shared/contract/groups.ts'
import type { ClientId } from '#shared/contract/ids.ts'
import type { OfficeHours } from '#shared/contract/office-hours.ts'
import { findBarriers } from '../support/find-barriers.ts'
import { setEveryone as changeEveryone } from './everyone.ts'
import { type Agent, expect, test, widgetOn } from './world.ts'

/** Never open: so a visitor may choose another way at once, and need not wait a minute for it. */
const never: OfficeHours = { zone: 'Europe/Berlin', week: [[], [], [], [], [], [], []], holidays: [] }

let undo = async () => {}
test.afterEach(async () => {
  await undo()
  undo = async () => {}
})

/** For this test. */
async function setEveryone(agent: Agent, change: Partial<GroupSettings>) {
  undo = await changeEveryone(agent, change)
}

test('R13: visitors who wait are told their place in line, and when it changes', async ({ browser, site, agent }) => {
  const beginning = async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(site.url)
    const name = `Waiter ${randomUUID().slice(0, 8)}`
    const { chat, start } = widgetOn(page)
    await start(name, 'Hello')
    return { page, chat, place: chat.getByText(/^You are number \d+ in line\.$/), id: await agent.chatOf(name) }
  }
  const ahead = await beginning()
  const before = Number(/\d+/.exec((await ahead.place.textContent()) ?? ''))
  const behind = await beginning()
  await expect(behind.place).toHaveText(`You are number ${before + 1} in line.`)
  await agent.accept(ahead.id)
  await expect(ahead.place).toBeHidden()
  await expect(behind.place).toHaveText(`You are number ${before} in line.`, { timeout: 45_000 })
  await agent.accept(behind.id)
  await expect(behind.place).toBeHidden()
  await agent.api.leaveChat({ params: { chatId: behind.id }, body: { clientId: randomUUID() as ClientId } })
  await expect(behind.chat.getByText('Administrator has left the chat.')).toBeVisible()
  await expect(behind.place).toBeVisible()
  await agent.accept(behind.id)
  for (const { id, page } of [ahead, behind]) {
    await agent.end(id)
    await page.context().close()
  }
})

test('W17 W18: a callback outside office hours: a wrong number is refused at its field, a reload keeps the form, the chat ends with it', async ({
  page,
  nearby,
  agent,
}) => {
  await setEveryone(agent, { hours: never })
  await page.goto(nearby.page())
  const { chat, start } = widgetOn(page)
  await start('Cora', 'Hello')
  const id = await agent.chatOf('Cora')
  await expect(chat.getByRole('log').getByText('We are closed just now.').first()).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await chat.getByRole('button', { name: 'Call me back' }).click()
  const phone = chat.getByLabel('Your phone number')
  await expect(phone).toBeFocused()
  await phone.fill('12')
  await chat.getByLabel('When may we call?').fill('Mornings')
  await chat.getByRole('button', { name: 'Call me back' }).click()
  await expect(chat.getByText('This is no phone number that can be called.')).toBeVisible()
  await expect(phone).toHaveAttribute('aria-invalid', 'true')
  expect(await findBarriers(page)).toEqual([])
  await page.reload()
  await expect(phone).toHaveValue('12')
  await expect(chat.getByLabel('When may we call?')).toHaveValue('Mornings')
  await phone.fill('+49 30 901820')
  await chat.getByRole('button', { name: 'Call me back' }).click()
  await expect(chat.getByText('We will call you back on')).toContainText('+4930901820')
  await expect(chat.getByRole('button', { name: 'New conversation' })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  const { followUps } = await agent.api.listFollowUps({ query: { list: 'callbacks' } })
  expect(followUps.find((one) => one.chat.chatId === id)?.callback).toEqual({
    phone: '+4930901820',
    note: '',
    preferredTimes: 'Mornings',
  })
})

test('W23: a message that is left without a connection leaves when it is back, and reaches the agents’ list', async ({
  page,
  nearby,
  agent,
}) => {
  await setEveryone(agent, { hours: never })
  await page.goto(nearby.page())
  const { chat, start } = widgetOn(page)
  await start('Lea', 'Where is my order?')
  const id = await agent.chatOf('Lea')
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await expect(chat.getByLabel('Message')).toHaveValue('Where is my order?')
  await chat.getByLabel('Your e-mail address').fill('lea@example')
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await expect(chat.getByText('Please write a whole e-mail address')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await chat.getByLabel('Your e-mail address').fill('lea@example.com')
  await page.context().setOffline(true)
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await expect(chat.getByText('It is being sent, and kept until it has arrived.')).toBeVisible()
  await page.context().setOffline(false)
  await expect(chat.getByText('Your message is with us.')).toContainText('lea@example.com')
  await expect(chat.getByRole('button', { name: 'New conversation' })).toBeVisible()
  const { followUps } = await agent.api.listFollowUps({ query: { list: 'abandoned' } })
  expect(followUps.find((one) => one.chat.chatId === id)?.leftMessage).toEqual({
    email: 'lea@example.com',
    text: 'Where is my order?',
  })
})

test('W22: where the owner lets visitors end, they are asked once more, by keyboard too; where not, it is not offered', async ({
  page,
  nearby,
  agent,
}) => {
  await setEveryone(agent, { visitorMayEnd: 'always' })
  await page.goto(nearby.page())
  const { chat, start } = widgetOn(page)
  await start('Enda', 'Hello')
  const id = await agent.chatOf('Enda')
  await agent.accept(id)
  await expect(chat.getByText('Administrator has joined the chat.')).toBeVisible()
  const end = chat.getByRole('button', { name: 'End chat' })
  await end.focus()
  await page.keyboard.press('Enter')
  await expect(chat.getByRole('group', { name: 'End this chat?' })).toBeVisible()
  await expect(chat.getByRole('button', { name: 'Keep chatting' })).toBeFocused()
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(end).toBeFocused()
  await end.click()
  await end.click()
  await expect(chat.getByRole('button', { name: 'New conversation' })).toBeVisible()
  await undo()

  await chat.getByRole('button', { name: 'New conversation' }).click()
  await chat.getByRole('textbox', { name: 'Message' }).fill('Again')
  await chat.getByRole('button', { name: 'Start chat' }).click()
  const next = await agent.chatOf('Enda')
  await expect(chat.getByText('in line.')).toBeVisible()
  await expect(end).toBeHidden()
  await agent.accept(next)
  await agent.end(next)
})

test('W29 W30: in Arabic, from right to left, the forms keep everything in reach', async ({ page, nearby, agent }) => {
  await setEveryone(agent, { hours: never })
  await page.setViewportSize({ width: 360, height: 560 })
  await page.goto(nearby.page({ config: { language: 'ar' } }))
  const chat = page.frameLocator('deskbell-widget iframe')
  await page.getByRole('button', { name: 'اتصل بنا' }).click()
  await chat.getByLabel('اسمك').fill('Rima')
  await chat.getByRole('button', { name: 'بدء الدردشة' }).click()
  const id = await agent.chatOf('Rima')
  await chat.getByRole('button', { name: 'اتصلوا بي' }).click()
  await expect(chat.getByLabel('رقم هاتفك')).toBeFocused()
  expect(await findBarriers(page)).toEqual([])
  for (const button of await chat.getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
  expect(await chat.locator('body').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await agent.accept(id)
  await agent.end(id)
})
