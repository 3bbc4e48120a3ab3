import type { Greeting, Handlers, Say, ToFrame, ToHost } from '../protocol.ts'

/** The way to the chat's document. What is said while there is none is lost: it is greeted with how things are. */
export function createPort(origin: string, handlers: Handlers<ToHost>, hello: () => Greeting) {
  let port: MessagePort | undefined
  return {
    say: ((...message) => port?.postMessage(message)) as Say<ToFrame>,
    /** To a document that has just loaded. */
    greet({ contentWindow }: HTMLIFrameElement) {
      const { port1, port2 } = new MessageChannel()
      port = port1
      port1.onmessage = ({ data: [name, ...values] }) => {
        const handler = handlers[name as keyof ToHost] as (...values: unknown[]) => void
        handler(...values)
      }
      // In a sandbox without an origin the chat's document has none either.
      contentWindow?.postMessage(hello(), self.origin === 'null' ? '*' : origin, [port2])
    },
  }
}
