import * as v from 'valibot'

const uuid = v.pipe(v.string(), v.uuid('must be a UUID'))

export const ChatId = v.pipe(uuid, v.brand('ChatId'))
export type ChatId = v.InferOutput<typeof ChatId>

/** Made by the client, one per command, kept over every retry (S2). */
export const ClientId = v.pipe(uuid, v.brand('ClientId'))
export type ClientId = v.InferOutput<typeof ClientId>

/** An agent, a visitor or the system: whoever can act. */
export const ActorId = v.pipe(v.string(), v.regex(/^[!-~]{1,64}$/, 'must be an id'), v.brand('ActorId'))
export type ActorId = v.InferOutput<typeof ActorId>

export const GroupId = v.pipe(uuid, v.brand('GroupId'))
export type GroupId = v.InferOutput<typeof GroupId>

/** The group that every server has, and every new agent is in. It cannot be removed. */
export const everyone = '00000000-0000-4000-8000-000000000000' as GroupId
