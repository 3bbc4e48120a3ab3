import { readPassword } from './read-password.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./read-options.mjs').AgentOptions} AgentOptions */

/**
 * Signs the extension in, unless the profile still is. Throws with the server's words when it refuses.
 * @param {Page} page one of the extension's pages
 * @param {AgentOptions} options
 * @returns {Promise<string>} what happened, in one sentence
 */
export async function signIn(page, options) {
  const { server, username } = options
  if (await isSignedIn(page, server, username)) return `Still signed in to ${server} as ${username}.`
  const payload = { serverUrl: server, username, password: await readPassword(options) }
  const answer = await page.evaluate(
    // @ts-expect-error this runs in the extension's page
    (message) => chrome.runtime.sendMessage(message),
    { type: 'add-account', payload },
  )
  if (!answer?.ok) throw new Error(answer?.refusal.message ?? 'The extension did not answer.')
  return `Signed in to ${server} as ${username}.`
}

/** Throws, with what to do, where no Deskbell server answers. @param {string} server */
export async function refuseWithoutServer(server) {
  const answers = await fetch(`${server}/readyz`).then(
    (response) => response.ok,
    () => false,
  )
  if (!answers)
    throw new Error(
      `No Deskbell server answers at ${server}. Start it with \`npm start\` in another terminal, then run this again.`,
    )
}

/** @param {Page} page @param {string} server @param {string} username @returns {Promise<boolean>} */
const isSignedIn = (page, server, username) =>
  page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        // @ts-expect-error this runs in the extension's page
        const request = indexedDB.open('deskbell')
        request.onerror = () => resolve(false)
        // Not there yet: the extension makes it, in its own version.
        request.onupgradeneeded = () => request.transaction?.abort()
        request.onsuccess = () => {
          const database = request.result
          if (!database.objectStoreNames.contains('accounts')) return resolve(false)
          const isWanted = (/** @type {{ serverUrl: string, username: string, token: string | null }} */ row) =>
            row.serverUrl === wanted.server && row.username === wanted.username && row.token !== null
          const all = database.transaction('accounts').objectStore('accounts').getAll()
          all.onsuccess = () => {
            database.close()
            resolve(all.result.some(isWanted))
          }
        }
      }),
    { server, username },
  )
