import type * as v from 'valibot'

type Schema = v.GenericSchema<unknown, unknown>

/** Who may call: anybody, a visitor, an agent, an agent who is administrator, or visitor and agent alike. */
export type Access = 'anyone' | 'visitor' | 'agent' | 'administrator' | 'participant'

export interface Route {
  readonly summary: string
  readonly access: Access
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  readonly response: Schema
}

type In<S> = S extends Schema ? v.InferInput<S> : undefined
type Out<S> = S extends Schema ? v.InferOutput<S> : undefined
type Defined<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] }

/** What a caller passes. */
export type RequestOf<R extends Route> = Defined<{
  params: In<R['params']>
  query: In<R['query']>
  body: In<R['body']>
}>
/** What a handler receives, validated. */
export type InputOf<R extends Route> = Defined<{
  params: Out<R['params']>
  query: Out<R['query']>
  body: Out<R['body']>
}>
export type ResponseOf<R extends Route> = v.InferOutput<R['response']>

export const route = <const R extends Route>(r: R) => r
