import { screen, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { aChat, anAccount, deskOf } from '../../support/desk-data.ts'
import { seedDesk } from '../../support/seed-desk.ts'
import { aKnownField } from '../../support/visitor-data.ts'
import { draw } from './draw.ts'

const account = anAccount()

test('W9, W11: a request says whom the site has identified, and the first of what they answered', async () => {
  const fields = [
    aKnownField('I agree to the terms', 'true', { type: 'consent' }),
    aKnownField('Order number', '4711'),
    aKnownField('Shop', 'Porto'),
    aKnownField('Day', '2026-12-24', { type: 'date' }),
    aKnownField('Size', '41'),
    aKnownField('Color', 'red'),
  ]
  const known = aChat({ account, visitor: 'Vera', identity: { id: 'customer-7', signed: [] }, fields }).says('Hello')
  const unknown = aChat({ account, visitor: 'Eve', fields: [aKnownField('Id', 'customer-7')] }).says('Hello')
  await seedDesk(deskOf([account], [known, unknown]))
  draw(<Desk place="panel" />)
  ;(await screen.findByRole('tab', { name: /Waiting/ })).click()
  const vera = within(await screen.findByRole('article', { name: 'Vera' }))
  expect(vera.getByText('Identified by the site as customer-7')).toBeDefined()
  const answers = vera.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent])
  expect(answers).toEqual([
    ['Order number', '4711'],
    ['Shop', 'Porto'],
    ['Day', 'Dec 24, 2026'],
    ['and 2 more', undefined],
  ])
  const eve = within(screen.getByRole('article', { name: 'Eve' }))
  expect(eve.queryByText(/Identified/)).toBeNull()
  expect(eve.getByText('customer-7')).toBeDefined()
})
