import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { startServer, type TestServer } from '../../support/server.ts'
import { test as base, expect, widgetOn } from './world.ts'

/** Its cookies never come back: what a browser does that takes none from this server, be it on its own site or on another. */
const test = base.extend<object, { server: TestServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      let port = 0
      const between = createServer((incoming, answer) => {
        const { method, url, headers } = incoming
        const onward = request({ port, method, path: url, headers }, (given) => {
          const { 'set-cookie': _, ...kept } = given.headers
          answer.writeHead(given.statusCode ?? 502, kept)
          given.pipe(answer)
        })
        onward.on('error', () => answer.destroy())
        incoming.pipe(onward)
      })
      between.on('upgrade', ({ method, url, rawHeaders }, socket, head) => {
        const onward = connect(port, '127.0.0.1', () => {
          const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, at) => rawHeaders.slice(2 * at, 2 * at + 2))
          const lines = [`${method} ${url} HTTP/1.1`, ...pairs.map((pair) => pair.join(': ')), '', '']
          onward.write(lines.join('\r\n'))
          onward.write(head)
          socket.pipe(onward).pipe(socket)
        })
        onward.on('error', () => socket.destroy())
        socket.on('error', () => onward.destroy())
      })
      await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
      const address = between.address()
      const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
      const server = await startServer({ env: { DESKBELL_PUBLIC_URL: url } })
      port = server.port
      await use({ ...server, url })
      between.close()
      between.closeAllConnections()
      await server.remove()
    },
    { scope: 'worker' },
  ],
})

test('W31, W32: where the browser refuses every cookie the chat goes on, and its page never learns the credential', async ({
  page,
  context,
  nearby,
  agent,
}) => {
  await page.goto(nearby.page())
  const { chat, start, message } = widgetOn(page)
  await start('Refused', 'Hello')
  const id = await agent.chatOf('Refused')
  await agent.accept(id)
  await agent.say(id, 'Good morning')
  await expect(chat.getByText('Good morning')).toBeVisible()

  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/next$/)
  await expect(chat.getByText('Good morning')).toBeVisible()
  await message.fill('It works without')
  await message.press('Enter')
  await agent.say(id, 'So it does')
  await expect(chat.getByText('So it does')).toBeVisible()
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }, document.cookie])).toEqual([
    { deskbell: '1' },
    { deskbell: '1' },
    '',
  ])

  // Another tab of the site is the same visitor.
  const other = await context.newPage()
  await other.goto(nearby.page())
  await widgetOn(other).launcher.click()
  await expect(widgetOn(other).chat.getByText('So it does')).toBeVisible()
})
