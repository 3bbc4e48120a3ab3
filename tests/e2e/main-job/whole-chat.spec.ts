import type { ChatRow } from '../../../extension/core/db.ts'
import { expect, test } from './stage.ts'

test('A1 A2 A24 W11 W21 W26 W27: from the first ring to the end of the chat, and a new one', async ({
  visitor,
  ana,
  agent,
}) => {
  await test.step('a visitor rings', async () => {
    await visitor.launcher.click()
    await visitor.chat.getByLabel('Your name').fill('Ada')
    await visitor.message.fill('Is the ash lamp in stock?')
    await visitor.chat.getByRole('button', { name: 'Start chat' }).click()
    await expect(visitor.chat.getByText('We are getting someone for you…')).toBeVisible()
    await expect(visitor.bubble('Is the ash lamp in stock?')).toContainText('Sent')
  })

  await test.step('the request rings everywhere', async () => {
    await expect(ana.incoming).toContainText('Ada is waiting')
    await expect(ana.incoming).toContainText('Is the ash lamp in stock?')
    await expect.poll(agent.badge).toEqual({ text: '1', title: 'Deskbell: 1 request waiting' })
    await expect.poll(agent.notifications).toHaveLength(1)
    await expect.poll(agent.rings).toBe(true)
    await ana.page.getByRole('tab', { name: 'Waiting' }).click()
    await expect(ana.card('Ada')).toContainText('Is the ash lamp in stock?')
    await expect(ana.card('Ada')).toContainText('Lamps')
    const popup = await agent.open('popup.html')
    await expect(popup.getByRole('article', { name: 'Ada' }).getByRole('button', { name: 'Accept' })).toBeVisible()
    await popup.close()
  })

  await test.step('the agent accepts, and both see who is there', async () => {
    await ana.card('Ada').getByRole('button', { name: 'Accept' }).click()
    await expect(ana.log).toContainText('You accepted the chat')
    await expect(ana.page.getByRole('heading', { name: 'Ada', level: 2 })).toBeVisible()
    await expect(visitor.chat.getByText('Ana has joined the chat.')).toBeVisible()
    await expect(visitor.chat.getByRole('heading', { name: 'Ana', level: 1 })).toBeVisible()
    await expect(visitor.chat.getByText('We are getting someone for you…')).toBeHidden()
    await expect.poll(agent.rings).toBe(false)
    await expect.poll(agent.notifications).toEqual([])
    await expect.poll(agent.badge).toEqual({ text: '', title: 'Deskbell' })
  })

  await test.step('each sees the other type', async () => {
    await visitor.message.pressSequentially('And')
    await expect(ana.log.getByText('Ada is typing…')).toBeVisible()
    await visitor.message.fill('')
    await expect(ana.log.getByText('Ada is typing…')).toBeHidden()
    await ana.message.pressSequentially('Yes')
    await expect(visitor.chat.getByText('Ana is typing…')).toBeVisible()
    await ana.message.fill('')
    await expect(visitor.chat.getByText('Ana is typing…')).toBeHidden()
  })

  await test.step('each reads what the other writes, in order, and how far it got', async () => {
    await ana.write('Yes, it is.')
    await expect(visitor.bubble('Yes, it is.')).toBeVisible()
    await ana.write('Two of them.')
    await visitor.write('How long is the cord?')
    await visitor.write('And can I have it in white?')
    await ana.write('Three metres; white costs nothing more.')
    const { transcript } = visitor
    await expect.poll(async () => (await transcript()).length).toBe(6)
    const seen = await transcript()
    const asAnaSees = seen.map((line) => line.replace(/^You: /, 'Ada: ').replace(/^Ana: /, 'You: '))
    await expect.poll(ana.transcript).toEqual(asAnaSees)
    const by = (who: string) => seen.filter((line) => line.startsWith(`${who}: `))
    expect(by('Ana')).toEqual(['Ana: Yes, it is.', 'Ana: Two of them.', 'Ana: Three metres; white costs nothing more.'])
    expect(by('You')).toEqual([
      'You: Is the ash lamp in stock?',
      'You: How long is the cord?',
      'You: And can I have it in white?',
    ])
    await expect(visitor.bubble('white?')).toContainText('Read')
    await expect(ana.bubble('Three metres')).toContainText('Read')
  })

  await test.step('what comes while the agent looks elsewhere is delivered and counted, and read when they look', async () => {
    await ana.page.getByRole('button', { name: 'Back to the list' }).click()
    await ana.page.getByRole('tab', { name: 'My chats' }).click()
    await visitor.write('One more thing')
    await expect(visitor.bubble('One more thing')).toContainText('Delivered')
    const row = ana.page.getByRole('button', { name: 'Ada' })
    await expect(row).toContainText('1 unread message')
    await expect.poll(agent.badge).toEqual({ text: '1', title: 'Deskbell: 1 new reply' })
    await row.click()
    await expect(visitor.bubble('One more thing')).toContainText('Read')
    await expect.poll(agent.badge).toEqual({ text: '', title: 'Deskbell' })
  })

  await test.step('the agent ends; the visitor is told, cannot write, and starts anew', async () => {
    await ana.page.getByRole('button', { name: 'End chat' }).click()
    await ana.page.getByRole('group', { name: 'End the chat?' }).getByRole('button', { name: 'End chat' }).click()
    await expect(ana.log).toContainText('You ended the chat')
    await expect(ana.message).toBeHidden()
    await expect(visitor.chat.getByText('Ana has ended this conversation.')).toBeVisible()
    await expect(visitor.message).toBeHidden()
    await visitor.chat.getByRole('button', { name: 'New conversation' }).click()
    await visitor.message.fill('Do you have desk lamps, too?')
    await visitor.chat.getByRole('button', { name: 'Start chat' }).click()
    await expect(ana.incoming).toContainText('Do you have desk lamps, too?')
    expect((await agent.rows<ChatRow>('chats')).map(({ list }) => list).toSorted()).toEqual(['ended', 'waiting'])
    await ana.incoming.getByRole('button', { name: 'Accept' }).click()
    await ana.write('Four of them.')
    await expect(visitor.bubble('Four of them.')).toBeVisible()
  })
})

test('W2 W27: where the owner wants the badge only, a reply is delivered until the visitor opens the chat', async ({
  visitor,
  ana,
  chatting,
  shop,
}) => {
  await visitor.page.goto(shop.withSettings({ reopen: 'badge' }))
  await chatting()
  await visitor.close()
  await ana.write('Are you still there?')
  await expect(visitor.launcher).toHaveAccessibleName('Contact us (1)')
  await expect(ana.bubble('Are you still there?')).toContainText('Delivered')
  await expect(visitor.frame).toBeHidden()
  await visitor.launcher.click()
  await expect(visitor.bubble('Are you still there?')).toBeVisible()
  await expect(ana.bubble('Are you still there?')).toContainText('Read')
})
