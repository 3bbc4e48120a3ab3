import type { Actor } from '#shared/contract/actors.ts'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { ClientId } from '#shared/contract/ids.ts'
import type { Refusal } from '#shared/contract/refusals.ts'
import { type Appended, createAppend } from './append.ts'
import { createReactions, type ReactionParts } from './react.ts'

/** The log of this server: append, and what follows an append. */
export interface Log {
  /** Carries out a command once; the reactions run after the commit, and their failure is not the caller's. */
  append(command: ChatCommand, actor: Actor, clientId: ClientId): Promise<Appended | { readonly refusal: Refusal }>
  /** Does the reactions that were left undone; to be called every second or so. */
  sweep(): Promise<number>
  /** Waits for running reactions and forgets the finished ones: before the database closes. */
  drain(): Promise<void>
}

export function createLog(parts: ReactionParts): Log {
  const reactions = createReactions(parts)
  const append = createAppend({ ...parts, noteDue: reactions.noteDue })
  const running = new Set<Promise<void>>()

  return {
    async append(command, actor, clientId) {
      const appended = await append(command, actor, clientId)
      if (!('refusal' in appended) && !appended.repeated && appended.events.length) {
        const run = reactions.run(appended.events).finally(() => running.delete(run))
        running.add(run)
      }
      return appended
    },
    sweep: reactions.sweep,
    async drain() {
      await Promise.all(running)
      await reactions.settle()
    },
  }
}
