import { CommandAnswer } from './answers.ts'
import { byClient, inChat } from './fields.ts'
import { route } from './route.ts'

/** How agents come into chats that others have taken. */
export const joiningApi = {
  joinChat: route({
    summary: 'Come into an active chat, beside the agents who are in it (L4)',
    access: 'agent',
    params: inChat,
    body: byClient,
    response: CommandAnswer,
  }),
  observeChat: route({
    summary: 'Read along in an active chat: the visitor never learns of it, staff always does; needs a permission (L6)',
    access: 'agent',
    params: inChat,
    body: byClient,
    response: CommandAnswer,
  }),
  stopObserving: route({
    summary: 'Read along no more',
    access: 'agent',
    params: inChat,
    body: byClient,
    response: CommandAnswer,
  }),
}
