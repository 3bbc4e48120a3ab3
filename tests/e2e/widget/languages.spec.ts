import type { FrameLocator } from '@playwright/test'
import { directionOf, type Language, languages } from '#shared/i18n/languages.ts'
import { launcherTexts } from '#shared/i18n/launcher.ts'
import { widgetDictionaries } from '#shared/i18n/widget/load.ts'
import { expect, test } from './world.ts'

const codes = Object.keys(languages) as Language[]

test('W30: each of fifteen languages fits into a panel of 320 px, and is fetched once it is wanted', async ({
  page,
  nearby,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(...(/\/([a-z]{2})-\w+\.js$/.exec(request.url())?.slice(1) ?? [])))
  await page.setViewportSize({ width: 320, height: 640 })
  const fields = [
    { key: 'order', type: 'number', label: '№' },
    { key: 'place', type: 'list', label: '☂', options: ['Oslo'] },
    { key: 'terms', type: 'consent', label: '§' },
  ]
  await page.goto(nearby.page({ config: { fields, description: 'ask' } }))
  const chat = page.frameLocator('deskbell-widget iframe')
  const speak = async (code: Language, text: 'nobodyThere' | 'waiting') => {
    await page.evaluate((language) => window.Deskbell?.('language', language), code)
    const words = (await widgetDictionaries[code]())[text]
    if (code !== 'en') await expect(chat.getByText(String(words))).toBeVisible()
    await expect(chat.locator('html')).toHaveAttribute('lang', code)
    await expect(chat.locator('html')).toHaveAttribute('dir', directionOf(code))
    await expect.soft(page.locator('deskbell-widget').getByRole('button')).toHaveAccessibleName(launcherTexts[code])
    expect.soft(await tooWide(chat), languages[code]).toEqual([])
  }

  await page.getByRole('button', { name: 'Contact us' }).click()
  await expect(chat.getByText('Nobody is available just now.')).toBeVisible()
  expect(fetched).toEqual([])
  for (const code of codes) await speak(code, 'nobodyThere')
  expect(fetched).toEqual(codes.filter((code) => code !== 'en'))

  await page.evaluate(() => window.Deskbell?.('language', 'en'))
  await chat.getByRole('button', { name: 'Start chat' }).click()
  await expect(chat.getByText('The chat can begin once you agree.')).toBeVisible()
  for (const code of codes) await speak(code, 'nobodyThere')

  await page.evaluate(() => window.Deskbell?.('language', 'en'))
  await chat.getByLabel('Your name').fill('Polly')
  await chat.getByLabel('§').check()
  await chat.getByLabel('What is it about? (optional)').fill('Lamps')
  await chat.getByRole('button', { name: 'Start chat' }).click()
  await expect(chat.getByText('We are getting someone for you…')).toBeVisible()
  for (const code of codes) await speak(code, 'waiting')
  expect(fetched).toHaveLength(codes.length - 1)
})

test('W30: the owner’s words for one language come first, on the button and in the chat; wrong ones are told', async ({
  page,
  nearby,
}) => {
  const warnings: string[] = []
  page.on('console', (message) => warnings.push(message.text()))
  const texts = { contactUs: 'Ask us', welcome: 'Hi', title: 7, de: { contactUs: 'Frag uns', welcome: 'Moin' } }
  await page.goto(nearby.page({ config: { language: 'de', texts } }))
  const chat = page.frameLocator('deskbell-widget iframe')
  await page.getByRole('button', { name: 'Frag uns' }).click()
  await expect(chat.getByText('Moin')).toBeVisible()
  await expect(chat.getByText('Chatten Sie mit uns')).toBeVisible()
  expect(warnings.filter((line) => line.includes('texts must be'))).toHaveLength(1)

  await page.evaluate(() => window.Deskbell?.('language', 'fr'))
  await expect(chat.getByText('Hi', { exact: true })).toBeVisible()
  await expect(page.locator('deskbell-widget').getByRole('button')).toHaveAccessibleName('Ask us')
})

test('W29: nothing of the button shines through a panel that takes the whole screen of a phone', async ({
  page,
  nearby,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(nearby.page())
  await page.getByRole('button', { name: 'Contact us' }).click()
  await expect(page.frameLocator('deskbell-widget iframe').getByLabel('Your name')).toBeVisible()
  const onTop = () =>
    page.locator('deskbell-widget').evaluate(({ shadowRoot }) => {
      const places = Array.from({ length: 32 * 64 }, (_, at) => [5 + 10 * (at % 32), 5 + 10 * Math.floor(at / 32)])
      return [...new Set(places.map(([x = 0, y = 0]) => shadowRoot?.elementFromPoint(x, y)?.tagName))]
    })
  await expect.poll(onTop).toEqual(['IFRAME'])
})

/** What of the panel runs out of its box, or out of the panel. */
const tooWide = (chat: FrameLocator) =>
  chat.locator('body').evaluate((body) => {
    const isTooWide = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect()
      const clips = element.clientWidth > 0 && getComputedStyle(element).display !== 'inline'
      return (
        width > 1 &&
        (left < -0.5 || right > innerWidth + 0.5 || (clips && element.scrollWidth > element.clientWidth + 1))
      )
    }
    return [...body.querySelectorAll('*')]
      .filter(isTooWide)
      .map((element) => `${element.tagName}: ${element.textContent}`)
  })
