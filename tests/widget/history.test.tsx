import { cleanup, fireEvent, within } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ana, aPanel, vera } from './chat-world.tsx'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const button = 'Your conversations'

/** A visitor whose first chat is over, in front of the form for the next. */
async function afterOneChat() {
  const panel = await aPanel()
  const { screen, hear } = panel
  const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
  await hear(vera, { type: 'message-sent', text: 'My lamp flickers' })
  await hear(ana, { type: 'chat-accepted', agent: ana }, { type: 'message-sent', text: 'Try <b>another</b> bulb' })
  expect(screen.queryByRole('button', { name: button })).toBeNull()
  await hear(ana, { type: 'chat-ended', outcome: 'completed' })
  await press('New conversation')
  await screen.findByRole('button', { name: 'Start chat' })
  return { ...panel, press }
}

describe('W13: Your conversations', () => {
  it('lists the earlier ones by who answered and what was said last, and gives each to be read again', async () => {
    const { screen, press } = await afterOneChat()
    await press(button)
    const heading = await screen.findByRole('heading', { name: button })
    await expect.poll(() => document.activeElement).toBe(heading)
    const [item] = screen.getAllByRole('listitem')
    expect(item?.textContent).toMatch(/^Ana.*Try <b>another<\/b> bulb$/)

    fireEvent.click(within(item as HTMLElement).getByRole('button'))
    expect(await screen.findByText('My lamp flickers')).toBeTruthy()
    expect(screen.getByText('Try <b>another</b> bulb')).toBeTruthy()
    expect(screen.getByText('Ana has ended this conversation.')).toBeTruthy()
    await expect.poll(() => document.activeElement?.textContent).toMatch(/^Ana · /)
    // It is to be read: nothing can be written in it, and nobody cares any more how far a message got.
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByText('Sent')).toBeNull()
  })

  it('goes back from the chat to the list, and from there to where one was, by Escape as well', async () => {
    const { screen, press } = await afterOneChat()
    await press(button)
    await press(/^Ana/)
    fireEvent.keyDown(await screen.findByRole('heading', { name: /^Ana · / }), { key: 'Escape' })
    expect(await screen.findByRole('listitem')).toBeTruthy()
    await press('Back')
    expect(await screen.findByRole('button', { name: 'Start chat' })).toBeTruthy()
  })

  it('gives way to an answer in the current chat', async () => {
    const { screen, press, hear, keep } = await afterOneChat()
    keep.set('chat', '22222222-2222-4222-8222-222222222222')
    await hear(vera, { type: 'message-sent', text: 'And the cord?' })
    await hear(ana, { type: 'chat-accepted', agent: ana })
    await press(button)
    await screen.findByRole('listitem')
    await hear(ana, { type: 'message-sent', text: 'Two metres' })
    expect(await screen.findByText('Two metres')).toBeTruthy()
    expect(screen.queryByRole('listitem')).toBeNull()
  })
})
