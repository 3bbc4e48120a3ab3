import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'

export interface Delivery {
  readonly headers: IncomingHttpHeaders
  readonly rawBody: string
}

export interface WebhookReceiver {
  readonly url: string
  readonly deliveries: Delivery[]
  /** The statuses to answer with, in turn; 200 when there are no more. */
  readonly statuses: number[]
}

/** A web server that keeps the webhooks it gets. */
export async function receiveWebhooks(): Promise<WebhookReceiver> {
  const deliveries: Delivery[] = []
  const statuses: number[] = []
  const server = createServer(async (request, response) => {
    let rawBody = ''
    for await (const chunk of request.setEncoding('utf8')) rawBody += chunk
    deliveries.push({ headers: request.headers, rawBody })
    response.writeHead(statuses.shift() ?? 200).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/webhooks`, deliveries, statuses }
}
