import { type Refusal, type RefusalCode, refuse } from '#shared/contract/refusals.ts'

/** Thrown where a request is turned away: whoever carried the request in answers with the refusal inside. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** A refusal to throw, from its code, its sentence and what else the client gets to know. */
export const refused = (code: RefusalCode, message: string, more: Omit<Refusal, 'code' | 'message'> = {}) =>
  new Refused(refuse(code, message, more))
