import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { refuse } from '#shared/contract/refusals.ts'
import { db, type FollowUpRow } from '../../../extension/core/db.ts'
import { queueCommand } from '../../../extension/core/queue-command.ts'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { aFollowUp, anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { draw } from './draw.ts'
import { hearCommands } from './hear-commands.ts'

const account = anAccount()
const callback = { phone: '+493012345678', note: 'The invoice of May', preferredTimes: 'after 17:00' }

test('A26: a callback card has a number to call, note, preferred times, and Done', async () => {
  const heard = hearCommands()
  const row = aFollowUp('callbacks', { callback })
  await seedDesk(deskOf([account], [], [], [row]))
  draw(<Desk place="panel" />)
  const tab = await screen.findByRole('tab', { name: /Callbacks/ })
  await waitFor(() => expect(tab.textContent).toContain('1'))
  tab.click()
  const card = await screen.findByRole('article', { name: 'Ines Duarte' })
  expect(within(card).getByRole('link').getAttribute('href')).toBe('tel:+493012345678')
  expect(card.textContent).toContain('The invoice of May')
  expect(card.textContent).toContain('after 17:00')
  const { accountId, chatId } = row
  await waitFor(() => expect(heard).toContainEqual({ type: 'learn-follow-ups', payload: { accountId } }))
  within(card).getByRole('button', { name: 'Done' }).click()
  await waitFor(() => expect(heard).toContainEqual({ type: 'follow-up', payload: { accountId, chatId } }))

  await queueCommand(accountId, chatId, { operation: 'followUp' })
  await within(card).findByText('Taking it off the list…')
  expect(within(card).queryByRole('button', { name: 'Done' })).toBeNull()
  await db.followUps.clear()
  await screen.findByText('Nobody waits to be called')
})

test('A25: Abandoned lists whom nobody answered, the longest first, and what they left', async () => {
  hearCommands()
  const leftMessage = { email: 'lea@example.org', text: 'Please send me the sizes.' }
  await seedDesk(
    deskOf(
      [account],
      [],
      [],
      [
        aFollowUp('abandoned', {}, { visitor: 'Noa', ago: 1_000 }),
        aFollowUp('abandoned', { leftMessage, answered: true }, { visitor: 'Lea' }),
        aFollowUp('callbacks', { callback }),
      ],
    ),
  )
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Abandoned/ })).click()
  const cards = await screen.findAllByRole('article')
  expect(cards.map((card) => card.querySelector('h3')?.textContent)).toEqual(['Lea', 'Noa'])
  const [lea, noa] = cards
  expect(lea?.textContent).toContain('Please send me the sizes.')
  expect(lea?.textContent).toContain('answered')
  expect(lea?.querySelector('a')?.getAttribute('href')).toBe('mailto:lea%40example.org')
  expect(noa?.textContent).toContain('The visitor left before anybody answered')
})

test('A5: with several servers each card names its own', async () => {
  hearCommands()
  const other = anAccount({ order: 1, serverUrl: 'https://support.acme.example' })
  await seedDesk(deskOf([account, other], [], [], [aFollowUp('abandoned', {}, { account: other })]))
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Abandoned/ })).click()
  expect((await screen.findByRole('article')).textContent).toContain('support.acme.example')
})

test('W23: a message that was left is answered by e-mail; what cannot be sent says why and stays', async () => {
  const refusal = refuse('no-mail', 'This server has no mail server to send with. Nothing was sent.')
  const heard = hearCommands({ 'answer-by-mail': { ok: false, refusal } })
  const leftMessage = { email: 'lea@example.org', text: 'Please send me the sizes.' }
  const { accountId, chatId } = await showAbandoned(aFollowUp('abandoned', { leftMessage }))
  ;(await screen.findByRole('button', { name: 'Answer by e-mail' })).click()
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Answer to lea@example.org' })
  fireEvent.input(field, { target: { value: 'From 36 to 47.' } })
  screen.getByRole('button', { name: 'Send the answer' }).click()
  expect((await screen.findByRole('alert')).textContent).toBe(refusal.message)
  expect(field.value).toBe('From 36 to 47.')
  screen.getByRole('button', { name: 'Send the answer' }).click()
  const tries = () => heard.flatMap((one) => (one.type === 'answer-by-mail' ? [one.payload] : []))
  await waitFor(() => expect(tries()).toHaveLength(2))
  const [first, second] = tries()
  expect(first).toMatchObject({ accountId, chatId, text: 'From 36 to 47.' })
  // The same answer: it must not go out twice.
  expect(second).toEqual(first)
})

test('W23: an answer that is on its way says so', async () => {
  hearCommands()
  await showAbandoned(aFollowUp('abandoned', { leftMessage: { email: 'lea@example.org', text: 'Sizes?' } }))
  ;(await screen.findByRole('button', { name: 'Answer by e-mail' })).click()
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: '36 to 47' } })
  screen.getByRole('button', { name: 'Send the answer' }).click()
  await screen.findByText('Your answer is on its way by e-mail.')
  expect(await db.drafts.count()).toBe(0)
})

async function showAbandoned(row: FollowUpRow) {
  await seedDesk(deskOf([account], [], [], [row]))
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Abandoned/ })).click()
  return row
}
