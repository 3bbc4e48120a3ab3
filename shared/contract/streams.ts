import * as v from 'valibot'
import type { ChatId } from './ids.ts'

/** `chat:<uuid>` is what everybody in the chat sees; `chat:<uuid>:internal` is for staff alone (S1). */
export const StreamId = v.pipe(
  v.string(),
  v.regex(/^chat:[0-9a-f-]{36}(:internal)?$/, 'must be chat:<uuid> or chat:<uuid>:internal'),
  v.brand('StreamId'),
)
export type StreamId = v.InferOutput<typeof StreamId>

export const chatStream = (chatId: ChatId) => `chat:${chatId}` as StreamId
export const internalStream = (chatId: ChatId) => `chat:${chatId}:internal` as StreamId
export const chatOf = (stream: StreamId) => stream.slice(5, 41) as ChatId
export const isInternal = (stream: StreamId) => stream.endsWith(':internal')
/** For staff: what goes with a chat's public stream. */
export const companionOf = (stream: StreamId) => (isInternal(stream) ? null : internalStream(chatOf(stream)))
