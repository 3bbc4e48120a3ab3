import { fireEvent } from '@testing-library/preact'
import { expect, vi } from 'vitest'
import type { ChatEvent } from '#shared/contract/events.ts'
import type { Asked } from './chat-world.tsx'
import { type aPanel, vera } from './chat-world.tsx'

export const page = { url: 'http://shop.test/', title: 'Shop' }
export const requested: ChatEvent = {
  type: 'chat-requested',
  visitor: { id: vera.id, name: vera.name },
  page,
  language: 'en',
}

type Screen = Awaited<ReturnType<typeof aPanel>>['screen']
export const field = (screen: Screen, name: string) => screen.findByLabelText(name) as Promise<HTMLInputElement>
export const fill = async (screen: Screen, name: string, value: string) =>
  fireEvent.input(await field(screen, name), { target: { value } })
export const press = async (screen: Screen, name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }))
export const began = (asked: readonly Asked[]) => vi.waitFor(() => expect(asked[0]?.operation).toBe('startChat'))
