import * as v from 'valibot'
import { Person } from './actors.ts'

/** Why something was refused, and the HTTP status that says so. */
export const refusalStatus = {
  'invalid-request': 400,
  'invalid-phone-number': 400,
  'invalid-identity': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  forbidden: 403,
  'not-in-chat': 403,
  'not-found': 404,
  'wrong-method': 405,
  'username-taken': 409,
  'name-taken': 409,
  'already-accepted': 409,
  'changed-meanwhile': 409,
  'already-started': 409,
  'chat-ended': 409,
  'chat-not-accepted': 409,
  'cannot-be-removed': 409,
  'not-yet': 409,
  'no-mail': 409,
  'visitor-not-online': 409,
  'too-large': 413,
  'wrong-content-type': 415,
  'too-many-requests': 429,
  'page-not-reached': 422,
  'server-error': 500,
  unavailable: 503,
} as const
export type RefusalCode = keyof typeof refusalStatus

export const Refusal = v.object({
  code: v.picklist(Object.keys(refusalStatus) as [RefusalCode, ...RefusalCode[]]),
  /** One sentence for a person: what happened and what to do next. */
  message: v.string(),
  /** Who was first, when the code is `already-accepted`. */
  acceptedBy: v.optional(Person),
  /** Where the input was wrong, as `path: reason`. */
  issues: v.optional(v.array(v.string())),
  /** Seconds to wait, when the code is `too-many-requests`. */
  retryAfter: v.optional(v.number()),
})
export type Refusal = v.InferOutput<typeof Refusal>

export const refuse = (code: RefusalCode, message: string, more: Omit<Refusal, 'code' | 'message'> = {}): Refusal => ({
  code,
  message,
  ...more,
})
