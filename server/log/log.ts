import { type Append, createAppend } from './append.ts'
import { createReactions, type ReactionParts } from './react.ts'

/** The log of this server: append, and what follows an append. */
export interface Log {
  /** Carries out a command once; the reactions run after the commit, and their failure is not the caller's. */
  readonly append: Append
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
    async append(...asked) {
      const appended = await append(...asked)
      if (!('refusal' in appended) && !appended.repeated && appended.events.length) {
        const run = reactions.run(appended.events, appended.chat).finally(() => running.delete(run))
        running.add(run)
      }
      return appended
    },
    sweep: reactions.sweep,
    async drain() {
      // A reaction may append, and that has reactions too.
      while (running.size) await Promise.all(running)
      await reactions.settle()
    },
  }
}
