import { expect, test, widgetOn } from './world.ts'

test('W11 W24 W26: a visitor gives a name, both type and write, links can be followed', async ({
  page,
  site,
  agent,
}) => {
  await page.goto(site.url)
  const { chat, message, start } = widgetOn(page)
  await start('Ada', 'Is the kettle in stock? https://example.com/kettle?a=1.')
  const id = await agent.chatOf('Ada')
  await expect(chat.getByText('We are getting someone for you…')).toBeVisible()
  await agent.accept(id)
  await expect(chat.getByText('Administrator has joined the chat.')).toBeVisible()
  await expect(chat.getByText('We are getting someone for you…')).toBeHidden()

  await agent.api.signalTyping({ params: { chatId: id }, body: { typing: true } })
  await expect(chat.getByText('Administrator is typing…')).toBeVisible()
  await agent.say(id, '<b>Yes</b> javascript:alert(1)')
  await expect(chat.getByText('<b>Yes</b> javascript:alert(1)')).toBeVisible()
  await expect(chat.getByText('Administrator is typing…')).toBeHidden()

  const link = chat.getByRole('link')
  await expect(link).toHaveCount(1)
  await expect(link).toHaveAttribute('href', 'https://example.com/kettle?a=1')
  await expect(link).toHaveAttribute('rel', /noopener/)

  await message.fill('First line')
  await message.press('Shift+Enter')
  await message.pressSequentially('second line')
  await message.press('Enter')
  await expect(chat.getByText('First line second line')).toBeVisible()
  await chat.getByRole('button', { name: 'Emoji' }).click()
  await chat.getByRole('button', { name: '👍' }).click()
  await expect(message).toBeFocused()
  await chat.getByRole('button', { name: 'Send' }).click()
  await expect
    .poll(async () =>
      (await agent.api.listEvents({ params: { stream: `chat:${id}` as never }, query: {} })).events.map(({ event }) =>
        'text' in event ? event.text : '',
      ),
    )
    .toEqual(expect.arrayContaining(['First line\nsecond line', '👍']))
})

test('W27: a message goes from sent to delivered to read', async ({ page, site, agent }) => {
  await page.goto(site.url)
  const { chat, start } = widgetOn(page)
  await start('Grace', 'Hello')
  const id = await agent.chatOf('Grace')
  const state = chat.getByRole('article').filter({ hasText: 'Hello' })
  await expect(state).toContainText('Sent')
  await agent.accept(id)
  await agent.api.markReceipt({ params: { chatId: id }, body: { delivered: 3, read: 0 } })
  await expect(state).toContainText('Delivered')
  await agent.api.markReceipt({ params: { chatId: id }, body: { delivered: 3, read: 3 } })
  await expect(state).toContainText('Read')
})

test('W27: drafts survive a reload; what is written without a connection leaves in order when it is back', async ({
  page,
  context,
  nearby,
  agent,
}) => {
  await page.goto(nearby.url)
  const { chat, message, start } = widgetOn(page)
  await start('Linus', 'Hello')
  const id = await agent.chatOf('Linus')
  await agent.accept(id)
  await message.fill('half a thought')
  await page.reload()
  await expect(message).toHaveValue('half a thought')
  await expect(chat.getByText('Administrator has joined')).toBeVisible()

  await context.setOffline(true)
  await expect(chat.getByText('You are offline. What you write is kept')).toBeVisible()
  for (const text of ['one', 'two', 'three']) {
    await message.fill(text)
    await message.press('Enter')
  }
  await expect(chat.getByRole('button', { name: 'Not sent: try again' }).first()).toBeVisible()
  await context.setOffline(false)
  const texts = async () => {
    const { events } = await agent.api.listEvents({ params: { stream: `chat:${id}` as never }, query: {} })
    return events.flatMap(({ event }) => (event.type === 'message-sent' ? event.text : []))
  }
  await expect.poll(texts).toEqual(['Hello', 'one', 'two', 'three'])
  await expect(chat.getByRole('button', { name: 'Not sent: try again' })).toHaveCount(0)
  await expect(chat.getByText('You are offline')).toBeHidden()
})

test('W21: when the agent ends the chat the visitor is told, cannot write, and may begin anew', async ({
  page,
  site,
  agent,
}) => {
  await page.goto(site.url)
  const { chat, message, start } = widgetOn(page)
  await start('Joan', 'Hello')
  const id = await agent.chatOf('Joan')
  await agent.accept(id)
  await agent.say(id, 'Goodbye')
  await agent.end(id)
  await expect(chat.getByText('Administrator has ended this conversation.')).toBeVisible()
  await expect(message).toBeHidden()
  await page.reload()
  await chat.getByRole('button', { name: 'New conversation' }).click()
  await expect(chat.getByLabel('Your name')).toBeHidden()
  await message.fill('One more thing')
  await chat.getByRole('button', { name: 'Start chat' }).click()
  expect(await agent.chatOf('Joan')).not.toBe(id)
  await expect(chat.getByText('One more thing')).toBeVisible()
})
