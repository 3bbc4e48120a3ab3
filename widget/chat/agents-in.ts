import type { Person } from '#shared/contract/actors.ts'
import type { ChatEvent, StoredEvent } from '#shared/contract/events.ts'

/** The agents who are in the chat after these events; nobody while it waits. */
export const agentsIn = (events: readonly StoredEvent[]): readonly Person[] =>
  events.reduce<Person[]>((agents, { event }) => {
    if (event.type === 'chat-reopened') return []
    if (cameIn(event)) return agents.concat(event.agent)
    return event.type === 'agent-left' ? agents.filter(({ id }) => id !== event.agent.id) : agents
  }, [])

/** Whether an agent came into the chat with this. */
export const cameIn = (event: ChatEvent): event is Extract<ChatEvent, { readonly agent: Person; type: Coming }> =>
  event.type === 'chat-accepted' || event.type === 'chat-proposed' || event.type === 'agent-joined'
type Coming = 'chat-accepted' | 'chat-proposed' | 'agent-joined'
