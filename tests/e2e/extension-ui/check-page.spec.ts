import { AxeBuilder } from '@axe-core/playwright'
import { aSite, html } from '../../server/site-check/a-site.ts'
import { expect, test } from '../support/extension-fixtures.ts'

test('G6: the popup says of the page that the agent looks at whether its snippet is there, and what blocks it', async ({
  agent,
  server,
}) => {
  await agent.signIn(server)
  // Not in the page's own HTML: as a tag manager puts it in.
  const putIn = `<script nonce="4711">
    const made = document.createElement('script')
    made.src = '${server.url}/widget.js'
    made.dataset.config = '{"side":"up"}'
    document.querySelector('h1').after(made)
  </script>`
  // Elements of this name stand in the place of the document's own functions.
  const taken = '<form name="body"></form><img name="querySelectorAll" alt=""><img name="createTreeWalker" alt="">'
  const policy = `default-src 'self'; script-src 'nonce-4711' ${server.url}`
  await using site = await aSite(
    html(`<!doctype html><title>Lamps</title><body>${taken}<h1>Lamps</h1>${putIn}</body>`, {
      'content-security-policy': policy,
    }),
  )
  const page = await agent.context.newPage()
  await page.goto(site.urlOf('127.0.0.1', '/lamps'))
  await expect(page.getByRole('button', { name: 'Contact us' })).toBeVisible()

  const popup = await agent.pressToolbarButton(page)
  await popup.getByRole('button', { name: 'Check this page' }).click()
  const findings = popup.getByRole('list', { name: 'What was found' }).getByRole('listitem')
  await expect(findings).toHaveText([
    'GoodThe contact button is on the page.',
    'GoodThe snippet is there, once.',
    'GoodIt stands right before </body>.',
    /^To put rightOf its configuration this cannot be used, and stays at its default: side must be/,
    `To put rightThe page’s Content-Security-Policy does not let the chat, which is a frame from ${server.url}, be shown. Write this line beside its default-src.frame-src 'self' ${server.url}`,
  ])
  await expect(popup.getByText(site.urlOf('127.0.0.1', '/lamps'))).toBeVisible()
  // Beside a page that axe would open the popup closes.
  expect((await new AxeBuilder({ page: popup }).setLegacyMode().analyze()).violations).toEqual([])

  await popup.getByRole('button', { name: 'Back' }).click()
  await expect(popup.getByText('Nobody is waiting')).toBeVisible()
})

test('G6: a page without the snippet is told, and one that browsers keep from extensions', async ({
  agent,
  server,
}) => {
  await agent.signIn(server)
  await using site = await aSite(html('<!doctype html><title>Lamps</title><h1>Lamps</h1>'))
  const page = await agent.context.newPage()
  await page.goto(site.urlOf('127.0.0.1'))
  const popup = await agent.pressToolbarButton(page)
  await popup.getByRole('button', { name: 'Check this page' }).click()
  await expect(popup.getByRole('listitem')).toHaveText(
    `To put rightThe snippet is not in this page. Paste it right before </body>.<script async src="${server.url}/widget.js" data-widget="default"></script>`,
  )
  await page.goto('chrome://version')
  await popup.getByRole('button', { name: 'Check again' }).click()
  await expect(popup.getByText('This page cannot be read')).toBeVisible()
})
