import { fireEvent, screen, within } from '@testing-library/preact'
import { Options } from '../../../../extension/surfaces/Options.tsx'
import { administrator } from '../../../support/administration-data.ts'
import { deskOf } from '../../../support/desk-data.ts'
import { seedDesk } from '../../../support/seed-desk.ts'
import { draw } from '../../ui/draw.ts'

/** The options page of an administrator, at one area. */
export async function openAdministration(area: 'Agents' | 'Groups' | 'Statuses', accounts = [administrator]) {
  await seedDesk(deskOf(accounts, []))
  draw(<Options />)
  fireEvent.click(await screen.findByRole('tab', { name: new RegExp(`^${area}`) }))
  await screen.findByRole('list', { name: area })
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name })
export const press = (name: string | RegExp) => fireEvent.click(button(name))
export const item = (name: string) => within(screen.getByRole('listitem', { name }))
/** A field by its label, one of several in their order. */
export const field = (label: string, place = 0) => {
  const found = screen.getAllByLabelText<HTMLInputElement>(label)[place]
  if (!found) throw new Error(`There is no ${label} at ${place}`)
  return found
}
export const fill = (label: string, value: string, place = 0) =>
  fireEvent.input(field(label, place), { target: { value } })
export const choose = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })
export const tick = (label: string) => fireEvent.click(screen.getByLabelText(label))

/** Puts an agent into the group, or takes them out; they are called by name and username. */
export const tickMember = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }))

/** What is said to be wrong with a field, to those who listen too. */
export function problemAt(element: HTMLElement): string | undefined {
  if (element.getAttribute('aria-invalid') !== 'true') return undefined
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)).find((note) => note?.getAttribute('role') === 'alert')
    ?.textContent
}
