import { isPresence } from './channel-name.ts'
import type { Connection } from './connection.ts'
import { Members } from './members.ts'

/** A channel exists as long as somebody is subscribed to it. */
export class Channel {
  readonly name: string
  readonly subscribers = new Set<Connection>()
  readonly members: Members | undefined

  constructor(name: string) {
    this.name = name
    this.members = isPresence(name) ? new Members() : undefined
  }

  /** Sends one frame to all subscribers but one; encoded once. */
  send(frame: string, exceptSocketId?: string): void {
    const bytes = Buffer.from(frame)
    for (const connection of this.subscribers) {
      if (connection.id !== exceptSocketId) connection.send(bytes)
    }
  }
}
