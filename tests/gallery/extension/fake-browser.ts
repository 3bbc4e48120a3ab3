import { administered } from '../../support/administration-data.ts'
import { activeChats } from './active-chats.ts'
import { openPage } from './open-page.ts'

/** The browser's API as far as the surfaces touch it: commands are taken on and nothing happens; a server tells what there is to administer. */
const event = { addListener() {} }

export default {
  runtime: {
    id: 'gallery',
    sendMessage: async ({ type }: { type: string }) => ({
      ok: true,
      value: type === 'administer' ? { result: administered() } : { visitors: 2, chats: activeChats },
    }),
    onMessage: event,
    openOptionsPage: async () => {},
    getURL: (path: string) => path,
  },
  windows: { onFocusChanged: event, getLastFocused: async () => ({ id: 1 }) },
  tabs: { query: async () => [{ id: 1, url: 'https://shop.example/shoes/trail-runner' }] },
  scripting: { executeScript: async () => [{ result: openPage }] },
  sidePanel: { open: async () => {} },
}
