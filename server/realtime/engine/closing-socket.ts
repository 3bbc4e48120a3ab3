import { WebSocket } from 'ws'

/**
 * A server-side socket that says 'closing' as soon as it is being closed, by either side.
 * `ws` emits 'close' only after the TCP connection is gone, which a peer can delay; but it calls `close()` itself on
 * receipt of the peer's close frame. Without this, a channel still counts a subscriber who has already said goodbye.
 */
export class ClosingSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code, reason)
    this.emit('closing')
  }
}
