/** The browser's API as far as the surfaces touch it: commands are taken on and nothing happens. */
const event = { addListener() {} }

export default {
  runtime: {
    id: 'gallery',
    sendMessage: async () => ({ ok: true, value: {} }),
    onMessage: event,
    openOptionsPage: async () => {},
    getURL: (path: string) => path,
  },
  windows: { onFocusChanged: event, getLastFocused: async () => ({ id: 1 }) },
  sidePanel: { open: async () => {} },
}
