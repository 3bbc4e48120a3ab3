import * as v from 'valibot'
import { ActorId } from './ids.ts'
import { limits } from './limits.ts'

export const Person = v.object({ id: ActorId, name: v.pipe(v.string(), v.maxLength(limits.name)) })
export type Person = v.InferOutput<typeof Person>

export const ActorKind = v.picklist(['visitor', 'agent', 'system'])
export type ActorKind = v.InferOutput<typeof ActorKind>

/** Who did something, with the name they had then. */
export const Actor = v.object({ kind: ActorKind, ...Person.entries })
export type Actor = v.InferOutput<typeof Actor>
