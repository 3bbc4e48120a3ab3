import type { Page } from '@playwright/test'
import { createApiClient } from '#shared/client/api-client.ts'
import { defaultGroupSettings, type GroupSettings } from '#shared/contract/groups.ts'
import { everyone } from '#shared/contract/ids.ts'
import { type Desk, startDesk } from '../../support/desk.ts'
import { type ReceivedMail, startMailServer, textOf } from '../../support/mail-server.ts'
import type { TopologyOption } from '../support/topology.ts'
import { expect, test as stage } from './stage.ts'

const minute = 60_000
/** The clocks are moved by minutes, and everybody who is connected has to say so again. */
const afterAMove = { timeout: 40_000 }

interface Town {
  readonly mails: readonly ReceivedMail[]
  readonly house: { readonly server: Desk; readonly mails: readonly ReceivedMail[] }
}

/** With a mail server, and clocks of the servers that can be moved; all else is as it is for everybody. */
const test = stage.extend<object, Town>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use, { project }) => {
      const { topology } = project.use as Partial<TopologyOption>
      const post = await startMailServer()
      const env = { DESKBELL_SMTP_URL: post.url }
      const server = await startDesk(topology ?? 'single', { env, movableClock: true })
      await use({ server, mails: post.received })
      await server.remove()
      await post.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  server: [({ house }, use) => use(house.server), { scope: 'worker' }],
  mails: [({ house }, use) => use(house.mails), { scope: 'worker' }],
})

test.describe.configure({ timeout: 180_000 })

test('L1: after ten minutes without a word a chat ends on both sides, warned a minute before; a word keeps it', async ({
  visitor,
  ana,
  chatting,
  server,
}) => {
  await chatting()
  const warned = ana.page.getByText('Nobody has written for a while.')
  const warnedVisitor = visitor.chat.getByText('unless somebody writes.')
  await expect(warned).toBeHidden()

  await server.advance(9 * minute)
  await expect(warned).toBeVisible(afterAMove)
  await expect(warnedVisitor).toBeVisible(afterAMove)

  await visitor.write('I am still here')
  await expect(ana.bubble('I am still here')).toBeVisible(afterAMove)
  await expect(warned).toBeHidden()
  await expect(warnedVisitor).toBeHidden()

  await server.advance(9 * minute)
  await expect(warned).toBeVisible(afterAMove)
  await expect(warnedVisitor).toBeVisible(afterAMove)
  await expect(ana.message).toBeVisible()

  await server.advance(minute)
  await expect(ana.log).toContainText('The chat ended because nobody wrote any more', afterAMove)
  await expect(ana.message).toBeHidden()
  const ended = visitor.chat.getByText('This conversation has ended because nobody wrote for a while.')
  await expect(ended).toBeVisible(afterAMove)
  await expect(visitor.chat.getByRole('button', { name: 'New conversation' })).toBeVisible()
})

test('W23 R12: a message left in the widget reaches the agents’ list, and the answer the visitor’s mailbox', async ({
  visitor,
  ana,
  server,
  mails,
}) => {
  await setEveryone(server, { hours: { zone: 'Etc/UTC', week: [[], [], [], [], [], [], []], holidays: [] } })
  const { chat } = visitor
  await visitor.ring('Lea', 'Wo ist meine Lampe? – Größe 43')
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await chat.getByLabel('Your e-mail address').fill('lea@example.com')
  await chat.getByRole('button', { name: 'Leave a message' }).click()
  await expect(chat.getByText('Your message is with us.')).toContainText('lea@example.com')

  await ana.page.getByRole('tab', { name: 'Abandoned' }).click()
  const card = ana.card('Lea')
  await expect(card).toContainText('lea@example.com')
  await expect(card).toContainText('Wo ist meine Lampe? – Größe 43')
  await card.getByRole('button', { name: 'Answer by e-mail' }).click()
  await card.getByLabel('Answer to lea@example.com').fill('Sie ist unterwegs.\nSchöne Grüße, Ana')
  await card.getByRole('button', { name: 'Send the answer' }).click()
  await expect(card.getByText('Your answer is on its way by e-mail.')).toBeVisible()
  await expect.poll(() => mails.length).toBe(1)
  const [mail] = mails
  if (!mail) throw new Error('There is a mail.')
  expect([mail.from, mail.to]).toEqual(['chat@shop.example', ['lea@example.com']])
  const text = textOf(mail)
  expect(text).toContain('Sie ist unterwegs.\nSchöne Grüße, Ana')
  expect(text).toContain('Wo ist meine Lampe? – Größe 43')
  await card.getByRole('button', { name: 'Done' }).click()
  await expect(card).toBeHidden()
  await setEveryone(server, {})
})

test('W17 W18 A26: after a minute a visitor may ask to be called; the number is in every agent’s list until one is done', async ({
  visitor,
  ana,
  ben,
  server,
}) => {
  const { chat } = visitor
  await visitor.ring('Cora', 'Hello?')
  const callMe = chat.getByRole('button', { name: 'Call me back' })
  await expect(chat.getByText('in line.')).toBeVisible()
  await expect(callMe).toBeHidden()

  await server.advance(minute)
  await callMe.click(afterAMove)
  await chat.getByLabel('Your phone number').fill('+49 (30) 90 18-20')
  await chat.getByLabel('When may we call?').fill('Mornings')
  await callMe.click()
  await expect(chat.getByText('We will call you back on')).toContainText('+4930901820')

  const lists: Page[] = [ana.page, ben.page]
  for (const page of lists) {
    await page.getByRole('tab', { name: 'Callbacks' }).click()
    const card = page.getByRole('article', { name: 'Cora' })
    await expect(card.getByRole('link', { name: '+4930901820' })).toHaveAttribute('href', 'tel:+4930901820')
    await expect(card).toContainText('Mornings')
  }
  await ben.card('Cora').getByRole('button', { name: 'Done' }).click()
  for (const page of lists) await expect(page.getByRole('article', { name: 'Cora' })).toBeHidden(afterAMove)
})

/** The group that all agents are in, as it begins but for this. */
async function setEveryone(server: Desk, change: Partial<GroupSettings>) {
  const body = { username: server.adminUsername, password: server.adminPassword }
  const { token } = await createApiClient(server.url, fetch).signIn({ body })
  const api = createApiClient(server.url, fetch, () => token)
  const { groups } = await api.listGroups({})
  const members = groups.find(({ id }) => id === everyone)?.members ?? []
  const settings = { ...defaultGroupSettings, ...change }
  await api.saveGroup({ params: { groupId: everyone }, body: { name: 'Everyone', settings, members } })
}
