import { randomUUID } from 'node:crypto'
import type { ClientId } from '#shared/contract/ids.ts'
import { startMailServer } from '../../support/mail-server.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { expect, test as onServer, widgetOn } from './world.ts'

const test = onServer.extend<object, { server: TestServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const mail = await startMailServer()
      const server = await startServer({ env: { DESKBELL_SMTP_URL: mail.url } })
      await use(server)
      await server.remove()
      await mail.stop()
    },
    { scope: 'worker' },
  ],
})

test('W23: whoever left a message and still looks is told at once that it was answered by e-mail', async ({
  page,
  nearby,
  agent,
}) => {
  const heard: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(`${payload}`)))
  await page.goto(nearby.page())
  const { chat, launcher } = widgetOn(page)
  await launcher.click()
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await chat.getByLabel('Your name').fill('Mila')
  await chat.getByLabel('Your e-mail address').fill('mila@example.com')
  await chat.getByLabel('Message').fill('Do you ship lamps?')
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await expect(chat.getByText('Your message is with us.')).toBeVisible()
  // Where a visitor listens who is in no chat; what comes before is caught up on anyway.
  const listens = (frame: string) => /subscription_succeeded.*private-visitor-/.test(frame)
  await expect.poll(() => heard.some(listens)).toBe(true)
  const { followUps } = await agent.api.listFollowUps({ query: { list: 'abandoned' } })
  const params = { chatId: followUps.find((one) => one.chat.visitor.name === 'Mila')?.chat.chatId ?? ('' as never) }
  await agent.api.answerByMail({ params, body: { clientId: randomUUID() as ClientId, text: 'Yes, everywhere.' } })
  await expect(chat.getByText('Administrator has answered by e-mail.')).toBeVisible()
  await expect(chat.getByText('Yes, everywhere.')).toBeVisible()
})
