import type { Page } from '@playwright/test'
import { aChat, aNotice, anAccount, deskOf } from '../../support/desk-data.ts'
import { expect, test } from '../support/extension-fixtures.ts'
import { findBarriers } from '../support/find-barriers.ts'
import { seedBrowser } from './seed-browser.ts'

const account = anAccount()
const other = anAccount({ order: 1, serverUrl: 'https://support.acme.example', state: 'signed-out' })
const busyDesk = () =>
  deskOf(
    [account, other],
    [
      aChat({ account, visitor: 'Sofia', ago: 100_000 }).says('Where is my refund?'),
      aChat({ account, visitor: 'Jo', ago: 5_000 }),
      aChat({ account })
        .says('Hello')
        .accepted()
        .answers('Hi Ben, see https://shop.example/help')
        .visitorHas()
        .typing()
        .unsent('Kept', { attempts: 3 })
        .drafted('Half'),
      aChat({ account, visitor: 'Tom' }).says('Thanks').accepted().ended(),
    ],
    [aNotice()],
  )

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', width: 360 },
  { name: 'dark, in the narrowest sidebar', colorScheme: 'dark', forcedColors: 'none', width: 252 },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active', width: 480 },
] as const

for (const { name, width, ...media } of looks)
  test(`A40: axe finds no barrier on any surface: ${name}`, async ({ agent }) => {
    test.slow()
    await seedBrowser(agent, busyDesk())
    const look = async (file: string) => {
      const page = await agent.open(file)
      await page.emulateMedia(media)
      await page.setViewportSize({ width: file === 'window.html' ? 900 : width, height: 640 })
      return page
    }
    const popup = await look('popup.html')
    await popup.getByRole('article', { name: /Sofia/ }).waitFor()
    expect(await findBarriers(popup)).toEqual([])

    const desk = await look('sidepanel.html')
    await desk.getByRole('list', { name: 'My chats' }).waitFor()
    expect(await findBarriers(desk)).toEqual([])
    await openBen(desk)
    expect(await findBarriers(desk)).toEqual([])
    await desk.getByRole('button', { name: 'End chat' }).click()
    expect(await findBarriers(desk)).toEqual([])
    await desk.getByRole('button', { name: 'Keep it open' }).click()
    await desk.getByRole('button', { name: 'Back to the list' }).click()
    await desk.getByRole('tab', { name: /Waiting/ }).click()
    await desk.getByRole('article', { name: /Jo/ }).waitFor()
    expect(await findBarriers(desk)).toEqual([])

    const window = await look('window.html')
    await openBen(window)
    expect(await findBarriers(window)).toEqual([])

    const options = await look('options.html')
    await options.getByRole('button', { name: 'Add another server' }).click()
    await options.getByRole('button', { name: 'Sign in', exact: true }).click()
    await options.getByText('Write your username.').waitFor()
    expect(await findBarriers(options)).toEqual([])
  })

test('A40: axe finds no barrier where there is nothing yet', async ({ agent }) => {
  for (const file of ['popup.html', 'sidepanel.html', 'window.html']) {
    const page = await agent.open(file)
    await page.getByRole('button', { name: 'Add a server' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
  }
})

async function openBen(desk: Page) {
  await desk.getByRole('button', { name: /Ben Okoye/ }).click()
  await desk.getByText('Not sent:').waitFor()
}
