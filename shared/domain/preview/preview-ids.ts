import type { Actor, Person } from '#shared/contract/actors.ts'
import type { ActorId, GroupId } from '#shared/contract/ids.ts'

/**
 * Whoever acts in a preview (G4) is known by their id, which the server alone makes: so every reader of chats can tell, from
 * the row as from the chat itself, and none has to ask. Ids of real visitors and agents are UUIDs.
 */
const mark = 'preview-'

/** As a database compares it. */
export const previewPattern = `${mark}%`

export const isOfPreview = (actor: string): boolean => actor.startsWith(mark)

/** A preview is a group of its own, in which nobody is; its one visitor is named after it. */
export const previewVisitor = (preview: GroupId) => `${mark}${preview}` as ActorId

/** The preview that a visitor is in; nothing for a real one. */
export const previewOf = (visitor: string): GroupId | null =>
  isOfPreview(visitor) ? (visitor.slice(mark.length) as GroupId) : null

/** Nobody: it does what is pressed beside the preview. */
const simulated: Person = { id: `${mark}agent` as ActorId, name: 'Simulated Kim' }
export const simulatedAgent: Actor = { kind: 'agent', ...simulated }
