import type { Greeting, Handlers, Say, ToFrame, ToHost } from '../protocol.ts'

/** The way to the chat's document. What is said before it is there waits. */
export function createPort(origin: string, handlers: Handlers<ToHost>, hello: () => Greeting) {
  let port: MessagePort | undefined
  let waiting: unknown[] = []

  return {
    say: ((...message) => {
      if (port) port.postMessage(message)
      else waiting.push(message)
    }) as Say<ToFrame>,
    /** To a document that has just loaded. */
    greet({ contentWindow }: HTMLIFrameElement) {
      const { port1, port2 } = new MessageChannel()
      port = undefined
      port1.onmessage = ({ data: [name, ...values] }) => {
        if (name === 'ready') {
          port = port1
          for (const message of waiting) port.postMessage(message)
          waiting = []
        }
        const handler = handlers[name as keyof ToHost] as (...values: unknown[]) => void
        handler?.(...values)
      }
      contentWindow?.postMessage(hello(), origin, [port2])
    },
  }
}
