import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, describe, expect, it } from 'vitest'
import { de } from '#shared/i18n/widget/de.ts'
import type { WidgetConfig } from '#shared/widget-config/config.ts'
import { Texts } from '../../../snippet-generator/configuration/Texts.tsx'
import { withText } from '../../../snippet-generator/configuration/with-text.ts'

afterEach(cleanup)

describe('W30: an owner’s text', () => {
  it('is put where it counts, and taken away when it is emptied', () => {
    const both = withText(withText({}, '', 'title', 'Hi'), 'de', 'title', 'Moin')
    expect(both).toEqual({ title: 'Hi', de: { title: 'Moin' } })
    expect(withText(both, 'de', 'welcome', 'Guten Tag')).toEqual({
      title: 'Hi',
      de: { title: 'Moin', welcome: 'Guten Tag' },
    })
    expect(withText(both, 'de', 'title', ' ')).toEqual({ title: 'Hi' })
    expect(withText(both, '', 'title', '')).toEqual({ de: { title: 'Moin' } })
    expect(withText(both, 'ja', 'title', '')).toEqual(both)
  })
})

describe('W30, G2: the generator’s texts', () => {
  let values: WidgetConfig['texts']
  function Form({ texts }: { texts: WidgetConfig['texts'] }) {
    const [now, setNow] = useState(texts)
    values = now
    return <Texts values={now} onChange={setNow} />
  }
  const chooser = () => screen.getByLabelText<HTMLSelectElement>('Write texts for')
  const greeting = () => screen.getByLabelText<HTMLInputElement>('Greeting')

  it('are written for every language, or for one, which shows what the widget says there', async () => {
    render(<Form texts={{}} />)
    expect(chooser().options).toHaveLength(16)
    expect(greeting().placeholder).toBe('Hello. How can we help?')
    fireEvent.change(chooser(), { target: { value: 'de' } })
    await expect.poll(() => greeting().placeholder).toBe(de.welcome)
    fireEvent.input(greeting(), { target: { value: 'Moin' } })
    expect(values).toEqual({ de: { welcome: 'Moin' } })
    expect(greeting().lang).toBe('de')
    expect(chooser().selectedOptions[0]?.text).toBe('Deutsch (1 of yours)')

    fireEvent.change(chooser(), { target: { value: '' } })
    await expect.poll(() => greeting().placeholder).toBe('Hello. How can we help?')
    expect(greeting().value).toBe('')
    fireEvent.input(greeting(), { target: { value: 'Hi' } })
    expect(values).toEqual({ welcome: 'Hi', de: { welcome: 'Moin' } })
  })

  it('show in a language what the owner says in every one, and run in its direction', () => {
    render(<Form texts={{ welcome: 'Hi', he: { ended: 'סוף' } }} />)
    fireEvent.change(chooser(), { target: { value: 'he' } })
    expect(greeting().placeholder).toBe('Hi')
    expect(greeting().dir).toBe('rtl')
    expect(screen.getByLabelText<HTMLInputElement>('When the conversation has ended').value).toBe('סוף')
    fireEvent.change(chooser(), { target: { value: '' } })
    expect(greeting().dir).toBe('auto')
  })

  it('stand open where the owner has changed one of the others', () => {
    const { container } = render(<Form texts={{ de: { send: 'Ab damit' } }} />)
    const others = () => container.querySelector('details')?.open
    expect(others()).toBe(false)
    fireEvent.change(chooser(), { target: { value: 'de' } })
    expect(others()).toBe(true)
  })
})
