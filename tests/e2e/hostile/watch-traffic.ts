import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'

/** What the widget loads into a page and its frames: files, not what its API says. */
export function watchTraffic(page: Page, server: string) {
  let files: Response[] = []
  const sockets: string[] = []
  const otherHosts: string[] = []
  const shop = () => new URL(page.url()).origin
  page.on('response', (response) => {
    const url = response.url()
    if (!url.startsWith(server)) return
    if (response.request().resourceType() !== 'fetch') files.push(response)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (/^http/.test(protocol) && origin !== server && origin !== shop() && page.url() !== 'about:blank')
      otherHosts.push(origin)
  })
  page.on('websocket', (socket) => sockets.push(socket.url()))
  const pathOf = (file: Response) => new URL(file.url()).pathname
  return {
    sockets,
    /** Neither the server nor the page's own. */
    otherHosts,
    paths: () => files.map(pathOf),
    /** Of these files, each after gzip -9 by itself, as the budgets count. */
    async bytes(counts: (path: string) => boolean = () => true) {
      const bodies = await Promise.all(files.filter((file) => counts(pathOf(file))).map((file) => file.body()))
      return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)
    },
    forget() {
      files = []
      sockets.length = 0
    },
  }
}
