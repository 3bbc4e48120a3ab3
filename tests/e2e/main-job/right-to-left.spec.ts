import { expect, test } from './stage.ts'
import { visitorOn } from './visitor-side.ts'

test('W29 W30: a chat in Arabic reads from right to left, and every message in its own direction', async ({
  page,
  shop,
  ana,
}) => {
  await page.goto(shop.withSettings({ language: 'ar' }))
  const visitor = visitorOn(page, { launcher: 'اتصل بنا', chat: 'Chat', message: 'الرسالة' })
  await visitor.launcher.click()
  await expect(visitor.chat.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(visitor.chat.locator('html')).toHaveAttribute('lang', 'ar')
  await visitor.chat.getByLabel('اسمك').fill('ليلى')
  await visitor.message.fill('هل المصباح متوفر؟')
  await visitor.chat.getByRole('button', { name: 'بدء الدردشة' }).click()
  await expect(visitor.chat.getByText('نبحث عن شخص لمساعدتك…')).toBeVisible()

  await expect(ana.incoming).toContainText('هل المصباح متوفر؟')
  await ana.incoming.getByRole('button', { name: 'Accept' }).click()
  await expect(visitor.chat.getByText('انضم Ana إلى الدردشة.')).toBeVisible()
  await ana.write('Yes: 2 lamps, in ash.')
  await visitor.write('كم سعر Ash floor lamp؟')
  await visitor.write('Price?')
  await ana.write('مئة يورو')
  await expect(visitor.bubble('مئة يورو')).toBeVisible()

  const directions = {
    'هل المصباح متوفر؟': 'rtl',
    'Yes: 2 lamps, in ash.': 'ltr',
    'كم سعر Ash floor lamp؟': 'rtl',
    'Price?': 'ltr',
    'مئة يورو': 'rtl',
  }
  for (const [text, direction] of Object.entries(directions)) {
    await expect(visitor.bubble(text).locator('.bubble')).toHaveCSS('direction', direction)
    await expect(ana.bubble(text).locator('.text')).toHaveCSS('direction', direction)
  }

  await test.step('own messages stand at the end of the line, the agent’s at its start', async () => {
    const log = await visitor.chat.getByRole('log').boundingBox()
    const mine = await visitor.bubble('Price?').locator('.bubble').boundingBox()
    const hers = await visitor.bubble('مئة يورو').locator('.bubble').boundingBox()
    if (!log || !mine || !hers) throw new Error('Nothing to be seen')
    expect(mine.x - log.x).toBeLessThan(log.width / 4)
    expect(log.x + log.width - (hers.x + hers.width)).toBeLessThan(log.width / 4)
  })
})
