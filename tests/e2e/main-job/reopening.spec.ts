import { expect, test } from './stage.ts'
import { type VisitorSide, visitorOn } from './visitor-side.ts'

/** What a visitor may do between closing the panel and the agent's reply. */
const moves: Record<string, (visitor: VisitorSide) => Promise<unknown>> = {
  'on the same page': async () => {},
  'after a navigation': ({ page }) => page.getByRole('link', { name: 'Prices' }).click(),
  'after a reload': ({ page }) => page.reload(),
}

test.describe('W2: an agent’s reply from the panel opens the closed chat again', () => {
  for (const [when, move] of Object.entries(moves)) {
    test(when, async ({ visitor, ana, chatting }) => {
      await chatting()
      await visitor.close()
      await move(visitor)
      await expect(visitor.launcher).toHaveAttribute('aria-expanded', 'false')
      await ana.message.fill('Are you still there?')
      const sent = performance.now()
      await ana.message.press('Enter')
      await expect(visitor.bubble('Are you still there?')).toBeVisible()
      console.log(`W2 ${when}: seen ${Math.round(performance.now() - sent)} ms after the agent’s Enter`)
      await expect(visitor.launcher).toHaveAttribute('aria-expanded', 'true')
      await visitor.write('Yes')
      await expect(ana.bubble('Yes')).toBeVisible()
    })
  }

  test('after having been offline', async ({ visitor, ana, chatting, context }) => {
    await chatting()
    await visitor.close()
    await context.setOffline(true)
    await ana.write('Are you still there?')
    await expect(ana.bubble('Are you still there?')).toContainText('Sent')
    await expect(visitor.frame).toBeHidden()
    await context.setOffline(false)
    await expect(visitor.bubble('Are you still there?')).toBeVisible()
    await expect(ana.bubble('Are you still there?')).toContainText('Read')
  })

  test('when the server was killed and came back in between', async ({ visitor, ana, chatting, server }) => {
    await chatting()
    await visitor.close()
    await server.kill9()
    await ana.write('Are you still there?')
    await expect(ana.log.getByText('Not sent:')).toBeVisible()
    await server.restart()
    await expect(visitor.bubble('Are you still there?')).toBeVisible({ timeout: 30_000 })
    await expect(ana.bubble('Are you still there?')).toContainText('Read')
  })

  test('in exactly one of two tabs, the one in use', async ({ visitor, ana, chatting, context, shop }) => {
    await chatting()
    await visitor.close()
    const other = visitorOn(await context.newPage())
    await other.page.goto(shop.url)
    await other.page.getByLabel('Search').click()
    await expect(other.frame).toBeAttached()

    await ana.write('Are you still there?')
    await expect(other.bubble('Are you still there?')).toBeVisible()
    await expect(ana.bubble('Are you still there?')).toContainText('Read')
    await expect(visitor.frame).toBeHidden()

    await other.close()
    await visitor.page.bringToFront()
    await visitor.page.getByLabel('Search').click()
    await ana.write('And now?')
    await expect(visitor.bubble('And now?')).toBeVisible()
    await expect(ana.bubble('And now?')).toContainText('Read')
    await expect(other.frame).toBeHidden()
  })

  test('and leaves the keyboard in the field of the page where the visitor is typing', async ({
    visitor,
    ana,
    chatting,
  }) => {
    await chatting()
    await visitor.close()
    const search = visitor.page.getByLabel('Search')
    await search.pressSequentially('desk ')
    await ana.write('Are you still there?')
    await expect(visitor.bubble('Are you still there?')).toBeVisible()
    await expect(search).toBeFocused()
    await visitor.page.keyboard.type('lamp')
    await expect(search).toHaveValue('desk lamp')
    await expect(visitor.message).toHaveValue('')
  })
})
