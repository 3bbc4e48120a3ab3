import { fireEvent, screen, waitFor } from '@testing-library/preact'

/** What a person does in a scene, by the names that they read. @param place of several by that name, -1 for the last */
export const press = async (role: string, name: RegExp, place = 0): Promise<void> => {
  const found = await screen.findAllByRole(role, { name })
  found.at(place)?.click()
  await painted()
}

/** Waits for something. */
export const present = async (role: string, name: RegExp): Promise<void> => {
  await screen.findAllByRole(role, { name })
}

export async function openChat(visitor: string): Promise<void> {
  const row = await waitFor(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
    const found = rows.find(({ textContent }) => textContent.includes(visitor))
    if (!found) throw new Error(`No chat with ${visitor} is listed`)
    return found
  })
  row.click()
  await screen.findByRole('log')
  await painted()
}

export async function typeInto(label: RegExp, text: string): Promise<void> {
  fireEvent.input(await screen.findByLabelText(label), { target: { value: text } })
  await painted()
}

const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
