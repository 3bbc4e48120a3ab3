import { cleanup } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aPanel, vera } from './chat-world.tsx'
import { field, fill, page, press, requested } from './hands.ts'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.restoreAllMocks()
})

type Panel = Awaited<ReturnType<typeof aPanel>>

/** As the page calls; resolves when it is done. */
async function call({ visit }: Panel, verb: 'start' | 'end', text = '') {
  visit.said[verb] = text
  visit.changed()
  await vi.waitFor(() => expect(visit.said).toEqual({}))
}
const textsIn = ({ asked }: Panel) =>
  asked.flatMap(({ operation, body }) => (operation === 'sendMessage' ? [body.text] : [operation]))
const answers = ({ world }: Panel) => {
  world.answer = ({ operation, body }) =>
    operation === 'startChat'
      ? [requested]
      : operation === 'endChat'
        ? [{ type: 'chat-ended', outcome: 'completed' }]
        : [{ type: 'message-sent', text: `${body.text}` }]
}

describe('W33: start', () => {
  it('shows the form with the text where the name is missing, behind what was being written', async () => {
    const panel = await aPanel({ begun: false, name: '' })
    answers(panel)
    await call(panel, 'start', 'Where is my parcel?')
    expect((await field(panel.screen, 'Message')).value).toBe('Where is my parcel?')
    await call(panel, 'start', 'Number 4711')
    expect((await field(panel.screen, 'Message')).value).toBe('Where is my parcel?\nNumber 4711')
    expect(panel.asked).toEqual([])
    await fill(panel.screen, 'Your name', 'Nils')
    await press(panel.screen, 'Start chat')
    await vi.waitFor(() => expect(textsIn(panel)).toEqual(['startChat', 'Where is my parcel?\nNumber 4711']))
  })

  it('begins a chat at once where nothing is missing', async () => {
    const panel = await aPanel({ begun: false })
    answers(panel)
    await call(panel, 'start', 'Where is my parcel?')
    await vi.waitFor(() => expect(textsIn(panel)).toEqual(['startChat', 'Where is my parcel?']))
  })

  it('sends into the chat under way, and leaves alone what the visitor is writing', async () => {
    const panel = await aPanel()
    answers(panel)
    await fill(panel.screen, 'Message', 'Half a sentence')
    await call(panel, 'start', 'Number 4711')
    await vi.waitFor(() => expect(textsIn(panel)).toEqual(['Number 4711']))
    expect((await field(panel.screen, 'Message')).value).toBe('Half a sentence')
    expect(panel.keep.get('draft')).toBe('Half a sentence')
  })

  it('without a text changes nothing in the chat under way', async () => {
    const panel = await aPanel()
    await call(panel, 'start')
    expect(panel.asked).toEqual([])
  })

  it('begins another chat after the end', async () => {
    const panel = await aPanel()
    answers(panel)
    await panel.hear(vera, { type: 'chat-ended', outcome: 'completed' })
    await panel.screen.findByText('New conversation')
    await call(panel, 'start', 'One thing more')
    await vi.waitFor(() => expect(textsIn(panel)).toEqual(['startChat', 'One thing more']))
  })
})

describe('W33, W22: end', () => {
  it('ends the chat', async () => {
    const panel = await aPanel()
    answers(panel)
    await call(panel, 'end')
    await vi.waitFor(() => expect(textsIn(panel)).toEqual(['endChat']))
    expect(await panel.screen.findByText('New conversation')).toBeTruthy()
  })

  it('is told on the console why the chat goes on, each time it was asked for', async () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const panel = await aPanel()
    panel.world.answer = () => 'forbidden'
    for (const times of [1, 2]) {
      await call(panel, 'end')
      await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(times))
    }
    expect(told).toHaveBeenLastCalledWith('Deskbell: the chat goes on.', 'Refused: forbidden.')
    expect(await field(panel.screen, 'Message')).toBeTruthy()
  })

  it('finds no chat where none is', async () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const panel = await aPanel({ begun: false })
    await call(panel, 'end')
    expect(told).toHaveBeenCalledExactlyOnceWith('Deskbell: there is no chat to end.')
    expect(panel.world.page).toEqual(page)
  })
})
