import type { OutboxRow } from '../../../extension/core/db.ts'
import { aChat, anAccount, deskOf } from '../../support/desk-data.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { seedBrowser } from './seed-browser.ts'

const account = anAccount()

test('A40: a whole chat by keyboard in the panel: accept, write, end', async ({ agent }) => {
  const chat = aChat({ account }).says('Hello').accepted().read()
  await seedBrowser(agent, deskOf([account], [aChat({ account, visitor: 'Sofia', ago: 9_000 }), chat]))
  const panel = await agent.open('sidepanel.html')
  await panel.setViewportSize({ width: 360, height: 640 })
  await panel.getByRole('list', { name: 'My chats' }).waitFor()
  const queued = async () => (await agent.rows<OutboxRow>('outbox')).map(({ command }) => command)

  // The request comes first on the way through the page.
  await panel.keyboard.press('Tab')
  await expect(panel.getByRole('button', { name: 'Accept' })).toBeFocused()
  await panel.keyboard.press('Enter')
  await expect.poll(queued).toEqual([{ operation: 'acceptChat' }])
  await expect(panel.getByText('Accepting…')).toBeVisible()
  await panel.getByRole('button', { name: 'Back to the list' }).focus()
  await panel.keyboard.press('Escape')

  const row = panel.getByRole('button', { name: /Ben Okoye/ })
  await row.focus()
  await panel.keyboard.press('Enter')
  await expect(panel.getByRole('textbox', { name: 'Message' })).toBeFocused()
  await panel.keyboard.type('First line')
  await panel.keyboard.press('Shift+Enter')
  await panel.keyboard.type('second line')
  await panel.keyboard.press('Enter')
  await expect.poll(queued).toContainEqual({ operation: 'sendMessage', text: 'First line\nsecond line' })
  await expect(panel.getByRole('log')).toContainText('second line')
  await expect(panel.getByRole('textbox', { name: 'Message' })).toBeFocused()

  await panel.getByRole('button', { name: 'End chat' }).focus()
  await panel.keyboard.press('Enter')
  await expect(panel.getByRole('group').getByRole('button', { name: 'End chat' })).toBeFocused()
  await panel.keyboard.press('Enter')
  await expect.poll(queued).toContainEqual({ operation: 'endChat' })

  await panel.getByRole('log').focus()
  await panel.keyboard.press('Escape')
  await expect(row).toBeFocused()
})

test('A40: the focus can be seen wherever Tab goes', async ({ agent }) => {
  await seedBrowser(
    agent,
    deskOf([account], [aChat({ account }).says('Hello').accepted(), aChat({ account, visitor: 'Jo' })]),
  )
  const panel = await agent.open('sidepanel.html')
  await panel.getByRole('button', { name: /Ben Okoye/ }).click()
  await panel.getByRole('log').waitFor()
  for (let step = 0; step < 12; step++) {
    await panel.keyboard.press('Tab')
    const seen = await panel.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return 'left'
      const { outlineStyle } = getComputedStyle(
        focused.matches('textarea') ? (focused.parentElement ?? focused) : focused,
      )
      return outlineStyle === 'none' ? `no outline: ${focused.outerHTML.slice(0, 120)}` : 'seen'
    })
    expect(['seen', 'left']).toContain(seen)
  }
})
