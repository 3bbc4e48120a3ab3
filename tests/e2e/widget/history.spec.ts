import { findBarriers } from '../support/find-barriers.ts'
import { expect, test, widgetOn } from './world.ts'

test('W13: a visitor begins another chat, and reads the earlier one again, also after a reload', async ({
  page,
  nearby,
  agent,
}) => {
  await page.goto(nearby.page())
  const { chat, start } = widgetOn(page)
  await start('Hilda History', 'My lamp flickers')
  const id = await agent.chatOf('Hilda History')
  await agent.accept(id)
  await agent.say(id, 'Try another bulb')
  await expect(chat.getByText('Try another bulb')).toBeVisible()
  await expect(chat.getByRole('button', { name: 'Your conversations' })).toBeHidden()
  await agent.end(id)
  await chat.getByRole('button', { name: 'New conversation' }).click()
  await chat.getByRole('textbox', { name: 'Message' }).fill('And the cord?')
  await chat.getByRole('button', { name: 'Start chat' }).click()
  await expect(chat.getByText('And the cord?')).toBeVisible()

  await page.reload()
  await chat.getByRole('button', { name: 'Your conversations' }).click()
  await expect(chat.getByRole('heading', { name: 'Your conversations' })).toBeFocused()
  await expect(chat.getByRole('listitem')).toHaveCount(1)
  expect(await findBarriers(page)).toEqual([])
  await chat.getByRole('listitem').getByRole('button').click()
  await expect(chat.getByText('My lamp flickers')).toBeVisible()
  await expect(chat.getByText('Try another bulb')).toBeVisible()
  await expect(chat.getByRole('textbox')).toHaveCount(0)
  expect(await findBarriers(page)).toEqual([])

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(chat.getByText('And the cord?')).toBeVisible()
})
