import { cleanup, render, screen, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import { IntegrationCode } from '../../snippet-generator/code/IntegrationCode.tsx'

afterEach(cleanup)

const missing = () => screen.getByRole('region', { name: 'If the button does not appear' }).textContent

test('G5: from an https address the code needs no advice, and mixed content comes from another copy of it', () => {
  render(<IntegrationCode origin="https://chat.example" config={frameDefaults} />)
  const section = screen.getByRole('region', { name: 'Put this into your pages' })
  expect(section.textContent).not.toMatch(/refuses scripts|this computer alone/)
  expect(missing()).toContain('Copy it again from this one.')
  expect(missing()).toContain('Add script-src https://chat.example')
  expect(missing()).toContain('Add frame-src https://chat.example')
  expect(missing()).toContain('An extension of this browser blocks chat.example')
})

test('G5: an address without https is told of beside the code', () => {
  render(<IntegrationCode origin="http://chat.example" config={frameDefaults} />)
  const section = screen.getByRole('region', { name: 'Put this into your pages' })
  expect(section.textContent).toContain('https refuses scripts from http://chat.example')
  expect(missing()).toContain('Give this server an https address')
})

test('G3: the nonce is in the snippet and in the policy beside it', async () => {
  render(<IntegrationCode origin="https://chat.example" config={frameDefaults} />)
  const code = (name: string) =>
    within(screen.getByRole('region', { name })).getByText(/script-src|<script/).textContent
  screen.getByRole('radio', { name: 'HTML with a nonce' }).click()
  expect((await screen.findByText(/nonce="NONCE"/)).textContent).toContain('<script nonce="NONCE" async')
  expect(code('Content-Security-Policy')).toBe("script-src 'nonce-NONCE'\nframe-src https://chat.example")
})
