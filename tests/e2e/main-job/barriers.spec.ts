import { findBarriers } from '../support/find-barriers.ts'
import { deskOn } from './agent-side.ts'
import { expect, test } from './stage.ts'

test.setTimeout(180_000)

for (const colorScheme of ['light', 'dark'] as const) {
  test(`W29: axe finds no barrier on any surface during a chat, in ${colorScheme} colours`, async ({
    visitor,
    ana,
    agent,
    server,
    page,
  }) => {
    const desk = ana.page
    await page.emulateMedia({ colorScheme })
    await desk.emulateMedia({ colorScheme })
    const look = async (where: string, surface = page) =>
      expect.soft(await findBarriers(surface), `barriers in the ${where}`).toEqual([])
    const open = async (name: string) => {
      const opened = await agent.open(name)
      await opened.emulateMedia({ colorScheme })
      return opened
    }

    await look('closed widget')
    await look('empty panel', desk)
    await visitor.launcher.click()
    await expect(visitor.message).toBeVisible()
    await look('form')
    await visitor.chat.getByLabel('Your name').fill('Ada')
    await visitor.message.fill('Hello, is https://example.com/lamp in stock?')
    await visitor.chat.getByRole('button', { name: 'Start chat' }).click()
    await expect(visitor.chat.getByText('We are getting someone for you…')).toBeVisible()
    await look('waiting chat')

    await expect(ana.incoming).toBeVisible()
    await desk.getByRole('tab', { name: 'Waiting' }).click()
    await expect(ana.card('Ada')).toBeVisible()
    await look('panel with a request', desk)
    const popup = await open('popup.html')
    await expect(popup.getByRole('article', { name: 'Ada' })).toBeVisible()
    await look('popup with a request', popup)
    await popup.close()

    await ana.card('Ada').getByRole('button', { name: 'Accept' }).click()
    await ana.write('Yes, two of them.')
    await visitor.write('Good')
    await ana.message.fill('Shall I')
    await expect(ana.bubble('Good')).toBeVisible()
    await expect(visitor.bubble('Yes, two of them.')).toBeVisible()
    await look('chat')
    await look('panel with a chat', desk)
    const pop = await open('window.html')
    await pop.getByRole('button', { name: 'Ada' }).click()
    await expect(deskOn(pop).bubble('Good')).toBeVisible()
    await look('window', pop)
    await pop.close()

    const options = await open('options.html')
    await look('options', options)
    await options.close()
    const generator = await page.context().newPage()
    await generator.emulateMedia({ colorScheme })
    for (const tab of ['Configuration', 'Integration code', 'Preview']) {
      await generator.goto(`${server.url}/snippet-generator/`)
      await generator.getByRole('tab', { name: tab }).click()
      await look(`generator’s ${tab}`, generator)
    }
    await generator.close()

    await desk.getByRole('button', { name: 'End chat' }).click()
    await look('panel that asks before the end', desk)
    await desk.getByRole('group', { name: 'End the chat?' }).getByRole('button', { name: 'End chat' }).click()
    await expect(visitor.chat.getByRole('button', { name: 'New conversation' })).toBeVisible()
    await look('ended chat')
    await desk.getByRole('button', { name: 'Back to the list' }).click()
    await look('panel with a list', desk)
    await desk.emulateMedia({ colorScheme: null })
  })
}
