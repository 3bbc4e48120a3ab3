import { rm } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { type Marionette, openFirefox } from '../../support/marionette.ts'
import { copyOfExtension } from './copy-of-extension.ts'

/** A headless Firefox of its own with the built extension in it. */
export interface FirefoxAgent {
  /** Goes to one of the extension's pages, such as `options.html`. */
  open(page: string): Promise<void>
  /** Writes into the field with this label, as a person types. */
  write(label: string, text: string): Promise<void>
  /** Presses the button with this accessible name. */
  press(name: string): Promise<void>
  rows<Row>(table: string): Promise<Row[]>
  badge(): Promise<{ text: string; title: string }>
  background(): Promise<'running' | 'stopped' | string>
  /** Ends the event page, as Firefox does after 30 idle seconds. */
  killBackground(): Promise<void>
  close(): Promise<void>
}

const extensionId = 'agent@deskbell'

export async function openFirefoxAgent(): Promise<FirefoxAgent> {
  const path = await copyOfExtension('firefox')
  const firefox = await openFirefox()
  await firefox.command('Addon:Install', { path, temporary: true })
  const policy = `WebExtensionPolicy.getByID('${extensionId}')`
  const host = await firefox.run<string>('chrome', `return ${policy}.mozExtensionHostname`)

  /** The page's own objects are behind Firefox's wrapper; what they give is copied out as JSON. */
  const inPage = async <Result>(expression: string): Promise<Result> =>
    JSON.parse(await firefox.run<string>('content', `return JSON.stringify(await (${expression}))`))
  const api = 'window.wrappedJSObject.browser'

  return {
    open: (page) => firefox.command('WebDriver:Navigate', { url: `moz-extension://${host}/${page}` }),
    async write(label, text) {
      const named = `normalize-space(.)=${quoted(label)}`
      const id = await find(firefox, `//*[@id=//label[${named}]/@for] | //*[@aria-label=${quoted(label)}]`)
      await firefox.command('WebDriver:ElementSendKeys', { id, text })
    },
    async press(name) {
      const id = await find(firefox, `//button[normalize-space(.)=${quoted(name)} or @aria-label=${quoted(name)}]`)
      await firefox.command('WebDriver:ElementClick', { id })
    },
    rows: <Row>(table: string) =>
      inPage<Row[]>(`new Promise((resolve, reject) => {
        const request = indexedDB.open('deskbell')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const all = request.result.transaction('${table}').objectStore('${table}').getAll()
          all.onsuccess = () => (request.result.close(), resolve(all.result))
        }
      })`),
    badge: async () => ({
      text: await inPage(`${api}.action.getBadgeText({})`),
      title: await inPage(`${api}.action.getTitle({})`),
    }),
    background: () => firefox.run('chrome', `return ${policy}.extension.backgroundState`),
    killBackground: () =>
      firefox.run(
        'chrome',
        `await ${policy}.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      ),
    async close() {
      await firefox.close()
      await rm(path, { recursive: true, force: true })
    },
  }
}

/** The id of an element once it is there and shown. */
async function find(firefox: Marionette, xpath: string): Promise<string> {
  let id = ''
  await expect(async () => {
    const found = await firefox.command<{ value: Record<string, string> }>('WebDriver:FindElement', {
      using: 'xpath',
      value: xpath,
    })
    id = Object.values(found.value)[0] ?? ''
    const shown = await firefox.command<{ value: boolean }>('WebDriver:IsElementDisplayed', { id })
    expect(shown.value).toBe(true)
  }, xpath).toPass({ timeout: 40_000 })
  return id
}

const quoted = (text: string) => JSON.stringify(text)
