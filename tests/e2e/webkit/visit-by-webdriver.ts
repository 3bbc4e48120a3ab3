import { expect } from '@playwright/test'
import type { HostilePage } from '../../hostile-pages/hostile-pages.ts'
import type { ElementReference, Session } from '../../support/webdriver.ts'
import { boxesIn, sizeOfWindow, type Visit } from '../hostile/visit.ts'

export function visitByWebDriver({ command, run }: Session, { inFrame }: HostilePage): Visit {
  const patient = (what: string, attempt: () => Promise<void>) =>
    expect(attempt, what).toPass({ intervals: [30, 60, 100], timeout: 20_000 })

  async function toShop() {
    await command('frame', { id: null })
    if (inFrame) await command('frame', { id: await run('return document.getElementById("shop")') })
  }

  /** Ours in the page, or null. */
  const part = (selector: string) =>
    run<ElementReference | null>(
      'return document.querySelector("deskbell-widget")?.shadowRoot.querySelector(arguments[0]) ?? null',
      selector,
    )
  const isShown = (element: ElementReference | null) =>
    run<boolean>('return arguments[0]?.checkVisibility({ visibilityProperty: true }) ?? false', element)

  async function click(element: ElementReference | null) {
    expect(await isShown(element)).toBe(true)
    await run(listenForClick, element)
    await command(`element/${idOf(element)}/click`, {})
    // What moved away from under the pointer was not pressed. What is gone was.
    expect(await run('return arguments[0].wasPressed', element).catch(() => true)).toBe(true)
  }

  const inShop = (what: string, attempt: () => Promise<void>) =>
    patient(what, async () => {
      await toShop()
      await attempt()
    })

  async function inChat(xpath: string, act: (element: ElementReference) => Promise<void>) {
    await inShop(xpath, async () => {
      await command('frame', { id: await part('iframe') })
      const element = await command<ElementReference>('element', { using: 'xpath', value: xpath })
      expect(await isShown(element)).toBe(true)
      await act(element)
    })
  }

  const press = (name: string) => inChat(`//button[normalize-space(.)="${name}" or @aria-label="${name}"]`, click)
  const type = (field: ElementReference, text: string) => command(`element/${idOf(field)}/value`, { text })
  const write = (label: string, text: string, then = '') =>
    inChat(`//label[normalize-space(span)="${label}"]//input | //*[@aria-label="${label}"]`, async (field) => {
      // It takes the focus from a person only.
      await click(field)
      await command(`element/${idOf(field)}/clear`, {})
      await type(field, text)
      expect(await run('return arguments[0].value', field)).toBe(text)
      if (then) await type(field, then)
    })

  return {
    goTo: (url) => command('url', { url }),
    settles: () =>
      patient('the page has settled', async () => {
        expect(await run('return document.documentElement.hasAttribute("data-settled")')).toBe(true)
      }),
    isOn: (title) =>
      inShop(`the page ${title}`, async () => {
        expect(await run('return document.querySelector("main h1").textContent')).toBe(title)
      }),
    followLink: () =>
      inShop('the link', async () =>
        click(await command<ElementReference>('element', { using: 'css selector', value: 'main a' })),
      ),
    async boxes() {
      await toShop()
      return run(`return (${boxesIn})(document.documentElement)`)
    },
    async launcherBox() {
      await toShop()
      const launcher = await part('button')
      if (!(await isShown(launcher))) return null
      return run(
        'const { x, y, width, height } = arguments[0].getBoundingClientRect(); return { x, y, width, height }',
        launcher,
      )
    },
    async size() {
      await toShop()
      return run(`return (${sizeOfWindow})()`)
    },
    pressLauncher: () => inShop('the button', async () => click(await part('button'))),
    chat: async () => ({
      async start(name, text) {
        await write('Your name', name)
        await write('Message', text)
        // What came in the meantime may have made the form anew, with another button.
        await patient('the chat begins', async () => {
          const isThere = () => run('return document.querySelector("form.start") !== null')
          if (await isThere()) await press('Start chat')
          await expect.poll(isThere, { timeout: 5_000 }).toBe(false)
        })
      },
      say: (text) => write('Message', text, enter),
      shows: (text) => inChat(`//*[text()[contains(., "${text}")]]`, async () => {}),
      close: () => press('Close'),
    }),
    chatIsShut: () =>
      inShop('the chat is shut', async () => {
        expect(await isShown(await part('iframe'))).toBe(false)
      }),
  }
}

const listenForClick = `const [one] = arguments
  one.wasPressed = false
  one.addEventListener('click', () => { one.wasPressed = true }, { once: true })`

/** @see https://www.w3.org/TR/webdriver2/#keyboard-actions */
const enter = '\uE007'

const idOf = (element: ElementReference | null) => Object.values(element ?? {})[0]
