import { type Refusal, refuse } from '#shared/contract/refusals.ts'

/** Thrown by a handler to answer with a refusal. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** Throws a refusal: `throw refused('not-found', 'This chat does not exist.')`. */
export const refused = (...refusal: Parameters<typeof refuse>) => new Refused(refuse(...refusal))
