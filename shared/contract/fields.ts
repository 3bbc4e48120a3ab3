import * as v from 'valibot'
import { ChatId, ClientId } from './ids.ts'
import { limits } from './limits.ts'
import { wellFormed } from './text.ts'

/** Fields that many operations have. */

export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
export const countInQuery = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'must be a whole number'), v.transform(Number))
export const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), wellFormed)
/** May be left empty. */
export const optionalText = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max), wellFormed)

/** A message keeps its inner and leading spaces (code), but must say something. */
export const messageText = v.pipe(
  v.string(),
  v.maxLength(limits.message),
  v.check((s) => s.trim() !== '', 'must not be empty'),
  wellFormed,
)

export const Language = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag'))

export const byClient = v.object({ clientId: ClientId })
export const inChat = v.object({ chatId: ChatId })
/** Whole seconds within bounds. */
export const seconds = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))
