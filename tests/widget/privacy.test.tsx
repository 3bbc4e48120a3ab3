import { cleanup, fireEvent } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '#shared/client/api-client.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { ana, aPanel, vera } from './chat-world.tsx'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.restoreAllMocks()
})

const press = async (panel: Awaited<ReturnType<typeof aPanel>>, name: string) =>
  fireEvent.click(await panel.screen.findByRole('button', { name }))

describe('W31: what a visitor may have of their data', () => {
  it('is behind one button, for everybody of whom the server may have something, and for nobody else', async () => {
    const nobody = await aPanel({ begun: false, name: '' })
    await nobody.screen.findByRole('button', { name: 'Start chat' })
    expect(nobody.screen.queryByRole('button', { name: 'Your data' })).toBeNull()
    nobody.leave()
    const known = await aPanel({ begun: false })
    await press(known, 'Your data')
    expect(await known.screen.findByRole('button', { name: 'Export my data' })).toBeTruthy()
    await press(known, 'Back')
    expect(await known.screen.findByRole('button', { name: 'Start chat' })).toBeTruthy()
  })

  it('Export my data: gives what the server has as one file, named after the day', async () => {
    const panel = await aPanel()
    const blobs: Blob[] = []
    const named: string[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`)
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      named.push(`${this.download} ${this.href}`)
    })
    await press(panel, 'Your data')
    await press(panel, 'Export my data')
    await vi.waitFor(() => expect(named).toEqual(['my-data-2026-11-21.json blob:1']))
    expect(JSON.parse((await blobs[0]?.text()) ?? '')).toEqual(panel.world.data)
  })

  it('Delete my data: asks once, forgets everything here, and says what is kept', async () => {
    const panel = await aPanel()
    await panel.hear(vera, { type: 'message-sent', text: 'My secret' })
    panel.keep.set('draft', 'Half a sentence')
    const erase = vi.spyOn(panel.world, 'erase')
    await press(panel, 'Your data')
    await press(panel, 'Delete my data')
    expect(erase).not.toHaveBeenCalled()
    await press(panel, 'Keep my data')
    await press(panel, 'Delete my data')
    await press(panel, 'Delete my data')
    expect(await panel.screen.findByText(/^Your data is deleted\./)).toBeTruthy()
    expect(erase).toHaveBeenCalledTimes(1)
    expect(panel.keep.keys('')).toEqual([])
    expect(JSON.stringify({ ...localStorage })).not.toContain('secret')
    await press(panel, 'Back')
    expect(await panel.screen.findByRole('button', { name: 'Start chat' })).toBeTruthy()
    expect(panel.screen.queryByText('My secret')).toBeNull()
  })

  it('Delete my data: nothing comes back with what was on its way meanwhile', async () => {
    const panel = await aPanel()
    await panel.hear(vera, { type: 'message-sent', text: 'My secret' })
    // The session is kept with the rest, and goes with it.
    vi.spyOn(panel.world, 'erase').mockImplementation(async () => {
      panel.visit.sessions.end()
      return { erasedChats: 1 }
    })
    await press(panel, 'Your data')
    await press(panel, 'Delete my data')
    await press(panel, 'Delete my data')
    await panel.screen.findByText(/^Your data is deleted\./)
    await panel.hear(vera, { type: 'chat-ended', outcome: 'completed' }, { type: 'visitor-erased' })
    expect(panel.keep.keys('log')).toEqual(['log'])
    await vi.waitFor(() => expect(panel.keep.keys('events:')).toEqual([]))
    expect(JSON.stringify({ ...localStorage })).not.toContain('secret')
  })

  it('keeps everything and says so when the server does not answer, and can be tried again', async () => {
    const panel = await aPanel()
    await panel.hear(ana, { type: 'message-sent', text: 'Hello Vera' })
    const before = panel.keep.keys('').toSorted()
    vi.spyOn(panel.world, 'erase').mockRejectedValueOnce(new ApiError(0, null, 'no answer'))
    await press(panel, 'Your data')
    await press(panel, 'Delete my data')
    await press(panel, 'Delete my data')
    expect((await panel.screen.findByText(/^We could not be reached\./)).getAttribute('role')).toBe('alert')
    expect(panel.keep.keys('').toSorted()).toEqual(before)
    await press(panel, 'Delete my data')
    await press(panel, 'Delete my data')
    expect(await panel.screen.findByText(/^Your data is deleted\./)).toBeTruthy()
  })

  it('forgets here, too, whom the server has forgotten already', async () => {
    const panel = await aPanel()
    const gone = new ApiError(401, refuse('not-signed-in', 'Nobody.'), 'not-signed-in')
    vi.spyOn(panel.world, 'erase').mockRejectedValueOnce(gone)
    await press(panel, 'Your data')
    await press(panel, 'Delete my data')
    await press(panel, 'Delete my data')
    expect(await panel.screen.findByText(/^Your data is deleted\./)).toBeTruthy()
    expect(panel.keep.keys('')).toEqual([])
  })

  it.each(['de', 'ar'] as const)('speaks %s', async (language) => {
    const panel = await aPanel({ language })
    const own = { de: ['Ihre Daten', 'Meine Daten löschen'], ar: ['بياناتك', 'حذف بياناتي'] }[language]
    await press(panel, own[0] ?? '')
    expect(await panel.screen.findByRole('button', { name: own[1] ?? '' })).toBeTruthy()
  })
})
