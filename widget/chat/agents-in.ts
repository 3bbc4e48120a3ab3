import type { Person } from '#shared/contract/actors.ts'
import type { StoredEvent } from '#shared/contract/events.ts'

/** The agents who are in the chat after these events; nobody while it waits. */
export const agentsIn = (events: readonly StoredEvent[]): readonly Person[] =>
  events.reduce<Person[]>((agents, { event }) => {
    if (event.type === 'chat-reopened') return []
    if (event.type === 'chat-accepted' || event.type === 'chat-proposed') return agents.concat(event.agent)
    return event.type === 'agent-left' ? agents.filter(({ id }) => id !== event.agent.id) : agents
  }, [])
