import { expect, test } from './stage.ts'

test('R3: of two agents who press Accept at once one gets the chat, and the other reads who has it', async ({
  visitor,
  ana,
  ben,
}) => {
  await visitor.ring('Ada', 'Hello')
  const accepts = [ana, ben].map((desk) => desk.incoming.getByRole('button', { name: 'Accept' }))
  for (const accept of accepts) await expect(accept).toBeVisible()
  // By hand on the same instant: a click of the test's own would first look whether the button still stands.
  const buttons = await Promise.all(accepts.map((accept) => accept.elementHandle()))
  await Promise.all(buttons.map((button) => button?.evaluate((one) => (one as HTMLButtonElement).click())))

  const joined = visitor.chat.getByText('has joined the chat.')
  await expect(joined).toHaveCount(1)
  const winner = (await joined.textContent())?.replace(' has joined the chat.', '') ?? ''
  const [first, second] = winner === 'Ana' ? [ana, ben] : [ben, ana]
  await expect(second.page.getByText(`${winner} was first: Ada is being helped.`)).toBeVisible()
  await expect(second.message).toBeHidden()
  await first.write('I am with you')
  await expect(visitor.bubble('I am with you')).toBeVisible()
  await expect(joined).toHaveCount(1)

  await second.page.getByRole('button', { name: 'Got it' }).click()
  await expect(second.page.getByText(`${winner} was first`)).toBeHidden()
  await expect(second.incoming).toBeHidden()
})

test('R3: declined by all, a request waits on without ringing, and can still be accepted', async ({
  visitor,
  ana,
  ben,
  agent,
}) => {
  await visitor.ring('Ada', 'Hello')
  for (const desk of [ana, ben]) await desk.incoming.getByRole('button', { name: 'Decline' }).click()
  for (const browser of [agent, ben.browser]) {
    await expect.poll(browser.rings).toBe(false)
    await expect.poll(browser.notifications).toEqual([])
    await expect.poll(browser.badge).toEqual({ text: '', title: 'Deskbell' })
  }
  await expect(visitor.chat.getByText('We are getting someone for you…')).toBeVisible()
  await visitor.write('Is anybody there?')

  await ben.page.getByRole('tab', { name: 'Waiting' }).click()
  await expect(ben.card('Ada')).toContainText('You declined. Still waiting for somebody.')
  await expect(ben.card('Ada')).toContainText('Is anybody there?')
  await ben.card('Ada').getByRole('button', { name: 'Accept' }).click()
  await expect(visitor.chat.getByText('has joined the chat.')).toContainText('Ben')
  await ben.write('Yes')
  await expect(visitor.bubble('Yes')).toBeVisible()
  await ana.page.getByRole('tab', { name: 'Waiting' }).click()
  await expect(ana.page.getByText('Nobody is waiting')).toBeVisible()
})
