/** The other end of a WebSocket, in the test's hand. */
export class FakeSocket {
  static all: FakeSocket[] = []
  readonly sent: { event: string; data: Record<string, unknown> }[] = []
  readonly url: string
  closed = false
  readonly readyState = 1
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  constructor(url: string) {
    this.url = url
    FakeSocket.all.push(this)
  }
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {
    this.closed = true
  }
  says(event: string, data: unknown = {}) {
    this.onmessage?.({ data: JSON.stringify({ event, data: JSON.stringify(data) }) })
  }
}

export function lastSocket() {
  const found = FakeSocket.all.at(-1)
  if (!found) throw new Error('No socket was opened.')
  return found
}
