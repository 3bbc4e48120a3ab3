import type { WebSocket } from 'ws'
import type { Counters } from './counters.ts'
import type { CloseCode, ErrorCode } from './error-codes.ts'
import type { Member } from './members.ts'
import * as frame from './server-frame.ts'

export interface SignedInUser {
  readonly id: string
  readonly info: unknown
  readonly watchlist: readonly string[]
}

interface Surroundings {
  readonly bufferedBytes: number
  readonly counters: Counters
}

/** One client: its socket, what it is subscribed to, who its user is. */
export class Connection {
  readonly id: string
  readonly openedAt: number
  /** When the client was last heard of, in any way. */
  heardAt: number
  awaitsPong = false
  malformedFrames = 0
  user: SignedInUser | undefined
  /** The channels it is on, each with who it is there: its seat on a presence channel, a signed note on a private one. */
  readonly joined = new Map<string, Member | undefined>()
  /** Subscriptions that `authorizeSubscription` is still thinking about. */
  readonly joining = new Map<string, Member | undefined>()
  /** Channels it was put off. The signature it holds for them would still be right, so it is refused by name. */
  readonly barred = new Set<string>()
  /** Client events it may send now; refilled by time. */
  allowance = 0
  allowanceAt = 0

  readonly #socket: WebSocket
  readonly #surroundings: Surroundings
  #open = true

  constructor(id: string, socket: WebSocket, now: number, surroundings: Surroundings) {
    this.id = id
    this.openedAt = now
    this.heardAt = now
    this.#socket = socket
    this.#surroundings = surroundings
  }

  get isOpen(): boolean {
    return this.#open
  }

  /**
   * Sends one text frame, or cuts a client that does not keep up: what waits for it is bounded, by the limit and one frame.
   * Cutting is all that happens here; leaving its channels follows on the socket's 'close', so that a broadcast that
   * meets many slow clients does not nest.
   */
  send(text: string | Buffer): void {
    if (!this.#open) return
    const { bufferedBytes, counters } = this.#surroundings
    if (this.#socket.bufferedAmount > bufferedBytes) {
      counters.slowClients++
      this.cut()
      return
    }
    counters.framesSent++
    this.#socket.send(text, { binary: false })
  }

  /** Tells the client what was refused and keeps the connection. */
  sendError(code: ErrorCode, message: string, channel?: string): void {
    this.send(frame.error(code, message, channel))
  }

  /** Says why and closes; the code tells the client whether to come back. */
  close(code: CloseCode, message: string): void {
    if (!this.#open) return
    this.sendError(code, message)
    this.#open = false
    this.#socket.close(code, message)
  }

  /** Ends the connection without a word. */
  cut(): void {
    this.#open = false
    this.#socket.terminate()
  }

  /** No frame reaches the client from here on. */
  markClosed(): void {
    this.#open = false
  }
}
