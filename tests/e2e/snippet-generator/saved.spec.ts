import type { Page } from '@playwright/test'
import { aSite, html } from '../../server/site-check/a-site.ts'
import type { TestServer } from '../../support/server.ts'
import { addAgent, type Credentials } from '../support/add-agent.ts'
import { findBarriers } from '../support/find-barriers.ts'
import { expect, test } from '../support/site-fixtures.ts'

test('G2: an administrator saves settings under a name, pages that name it follow, and fall back when it goes', async ({
  page,
  browser,
  server,
}) => {
  await page.goto('/snippet-generator/')
  await setColor(page, '#7a1f5e')
  await signIn(page, administratorOf(server))
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible()
  await save(page, 'shop')
  const code = await page.getByRole('region', { name: 'Code for shop' }).locator('code').textContent()
  expect(code).toBe(`<script async src="${server.url}/widget.js" data-widget="shop"></script>`)

  await using site = await aSite(
    html(`<!doctype html><title>Lamps</title><body><h1>Lamps</h1>${code}</body>`, {
      // No line for connections: the settings come as a script does.
      'content-security-policy': `default-src 'none'; script-src ${server.url}; frame-src ${server.url}`,
    }),
  )
  /** As somebody sees it who was not there before. */
  const buttonFor = async (color: string, said: string[]) => {
    const context = await browser.newContext()
    const visited = await context.newPage()
    const heard: string[] = []
    visited.on('console', (message) => message.type() === 'warning' && heard.push(message.text()))
    await visited.goto(site.urlOf('127.0.0.1'))
    await expect(visited.getByRole('button', { name: 'Contact us' })).toHaveCSS('background-color', color)
    await context.close()
    expect(heard).toEqual(said)
  }
  await buttonFor('rgb(122, 31, 94)', [])

  await setColor(page, '#0a5c36')
  await save(page, 'shop')
  await buttonFor('rgb(10, 92, 54)', [])
  expect(await findBarriers(page)).toEqual([])

  // In this tab one stays signed in, the list is there again, and which of them this is.
  await expect.poll(() => page.url()).toContain('widget=shop.2')
  await page.reload()
  await expect(page.getByRole('form', { name: 'Save' }).getByLabel('Name')).toHaveValue('shop')
  await expect(page.getByRole('region', { name: 'Code for shop' })).toContainText('data-widget="shop"')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved. Pages that name shop follow within a minute.')).toBeVisible()
  const shop = page.getByRole('listitem').filter({ hasText: 'shop' })
  await expect(shop).toContainText('Administrator')
  await page.getByRole('button', { name: 'Rename shop' }).click()
  await page.getByLabel('New name of shop').fill('lamps')
  await page.getByRole('button', { name: 'Rename it' }).click()
  await expect(page.getByText('Renamed. Pages that still name shop have the default settings.')).toBeVisible()
  await buttonFor('rgb(31, 94, 255)', ['Deskbell: no widget shop'])

  await page.getByRole('button', { name: 'Delete lamps' }).click()
  await expect(page.getByText('Pages that name lamps will have the default settings')).toBeVisible()
  await page.getByRole('button', { name: 'Delete lamps for good' }).click()
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('form', { name: 'Sign in as an administrator' })).toBeVisible()
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
})

test('G2: what another saved meanwhile is told, and neither is lost', async ({ page, browser, server, complaints }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const other = await context.newPage()
  await page.goto('/snippet-generator/')
  await other.goto('/snippet-generator/')
  await setColor(page, '#111111')
  await signIn(page, administratorOf(server))
  await save(page, 'both')
  await signIn(other, administratorOf(server))
  await other.getByRole('button', { name: 'Load both' }).click()
  await setColor(other, '#222222')
  await save(other, 'both')

  await setColor(page, '#333333')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Administrator has saved both meanwhile. Nothing was saved')).toBeVisible()
  await expect.poll(() => decodeURIComponent(page.url())).toContain('#333333')
  // The browser's own line about the refusal.
  expect(complaints.splice(0).join()).toContain('409')

  await page.getByRole('button', { name: 'Load what Administrator saved' }).click()
  await expect.poll(() => decodeURIComponent(page.url())).toContain('#222222')
  await setColor(page, '#333333')
  await save(page, 'both')
  await context.close()
})

test('G2: who is no administrator, or has another password, is told so and stays signed out', async ({
  page,
  server,
  complaints,
}) => {
  await page.goto('/snippet-generator/#tab=code')
  await fillSignIn(page, { ...administratorOf(server), password: 'not it' })
  await expect(page.getByRole('alert').filter({ hasText: /password/ })).toBeVisible()
  expect(complaints.splice(0).join()).toMatch(/40[013]/)
  await fillSignIn(page, await addAgent(server, 'Ada'))
  await expect(page.getByText('This account is not an administrator’s.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeHidden()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

const administratorOf = ({ adminUsername, adminPassword }: TestServer): Credentials => ({
  username: adminUsername,
  password: adminPassword,
})

async function setColor(page: Page, color: string) {
  await page.getByRole('tab', { name: 'Configuration' }).click()
  await page.getByLabel('Colour', { exact: true }).fill(color)
  await page.getByRole('tab', { name: 'Integration code' }).click()
}

async function signIn(page: Page, who: Credentials) {
  await page.getByRole('tab', { name: 'Integration code' }).click()
  await fillSignIn(page, who)
  await expect(page.getByText('Signed in as')).toBeVisible()
}

async function fillSignIn(page: Page, { username, password }: Credentials) {
  const form = page.getByRole('form', { name: 'Sign in as an administrator' })
  await form.getByLabel('Username').fill(username)
  await form.getByLabel('Password').fill(password)
  await form.getByRole('button', { name: 'Sign in' }).click()
}

async function save(page: Page, name: string) {
  await page.getByRole('form', { name: 'Save' }).getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`Saved. Pages that name ${name} follow within a minute.`)).toBeVisible()
}
