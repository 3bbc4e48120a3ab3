import type { Page } from '@playwright/test'
import { expect, test } from './stage.ts'

test('W29 A18 A40: the whole chat by keyboard alone, on both sides', async ({ visitor, ana }) => {
  const [shop, desk] = [visitor.page.keyboard, ana.page.keyboard]

  await test.step('the visitor opens, closes, opens and rings', async () => {
    await tabTo(visitor.page, 'Contact us')
    await shop.press('Enter')
    await expect(visitor.chat.getByLabel('Your name')).toBeFocused()
    await shop.press('Escape')
    await expect(visitor.frame).toBeHidden()
    await expect(visitor.launcher).toBeFocused()
    await shop.press('Enter')
    await expect(visitor.chat.getByLabel('Your name')).toBeFocused()
    await shop.type('Ada')
    await shop.press('Tab')
    await expect(visitor.message).toBeFocused()
    await shop.type('Hello')
    await shop.press('Enter')
    await expect(visitor.bubble('Hello')).toBeVisible()
    await expect(visitor.message).toBeFocused()
  })

  await test.step('the agent accepts', async () => {
    await expect(ana.incoming).toBeVisible()
    await tabTo(ana.page, 'Accept')
    await desk.press('Enter')
    await expect(ana.log).toContainText('You accepted the chat')
    await expect(ana.message).toBeFocused()
  })

  await test.step('both write', async () => {
    await desk.type('Good morning')
    await desk.press('Shift+Enter')
    await desk.type('Ada')
    await desk.press('Enter')
    await expect(visitor.bubble('Good morning')).toBeVisible()
    await expect(ana.message).toBeFocused()
    await shop.type('Is it in stock?')
    await shop.press('Tab')
    await shop.press('Enter')
    await expect(visitor.chat.getByRole('group', { name: 'Emoji' })).toBeVisible()
    await shop.press('ArrowRight')
    await shop.press('Escape')
    await expect(visitor.message).toBeFocused()
    await shop.press('Enter')
    await expect(ana.bubble('Is it in stock?')).toBeVisible()
    await expect(visitor.message).toBeFocused()
  })

  await test.step('the agent goes to the list and comes back', async () => {
    await desk.press('Escape')
    await expect(ana.page.getByRole('button', { name: 'Ada' })).toBeFocused()
    await desk.press('Enter')
    await expect(ana.message).toBeFocused()
  })

  await test.step('a reply reopens what the visitor closed with Escape, and leaves the focus', async () => {
    await shop.press('Escape')
    await expect(visitor.launcher).toBeFocused()
    await desk.type('Yes, it is')
    await desk.press('Enter')
    await expect(visitor.bubble('Yes, it is')).toBeVisible()
    await expect(visitor.launcher).toBeFocused()
  })

  await test.step('the agent ends, after having kept it open once', async () => {
    await tabTo(ana.page, 'End chat', 'Shift+Tab')
    await desk.press('Enter')
    await expect(ana.page.getByRole('group', { name: 'End the chat?' })).toBeVisible()
    await desk.press('Escape')
    await expect(ana.page.getByRole('group', { name: 'End the chat?' })).toBeHidden()
    await tabTo(ana.page, 'End chat')
    await desk.press('Enter')
    const sure = ana.page.getByRole('group', { name: 'End the chat?' }).getByRole('button', { name: 'End chat' })
    await expect(sure).toBeFocused()
    await desk.press('Enter')
    await expect(ana.log).toContainText('You ended the chat')
  })

  await test.step('the visitor begins anew', async () => {
    await expect(visitor.chat.getByText('Ana has ended this conversation.')).toBeVisible()
    await tabTo(visitor.page, 'New conversation', 'Shift+Tab')
    await shop.press('Enter')
    await expect(visitor.message).toBeFocused()
    await shop.type('One more thing')
    await shop.press('Enter')
    await expect(ana.incoming).toContainText('One more thing')
  })
})

/** Presses Tab until the control with this name has the focus. Refuses after forty: then the keyboard cannot reach it. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if ((await focusedName(page)) === name) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach "${name}"`)
}

/** The name of what has the focus, in the frame and the shadow root that it is in. */
async function focusedName(page: Page): Promise<string> {
  const names = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => {
        let focused = document.activeElement
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
        if (!focused || focused.tagName === 'IFRAME' || !document.hasFocus()) return ''
        return focused.ariaLabel ?? focused.textContent ?? ''
      }),
    ),
  )
  return names.find((name) => name !== '') ?? ''
}
