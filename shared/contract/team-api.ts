import * as v from 'valibot'
import { CommandAnswer } from './answers.ts'
import { messageText } from './fields.ts'
import { ActorId, ChatId, ClientId } from './ids.ts'
import { route } from './route.ts'

/** What agents do among themselves. */
export const teamApi = {
  askColleague: route({
    summary: 'Ask a colleague for a chat, with its first message; it rings at them alone, until they answer (A14)',
    access: 'agent',
    params: v.object({ agentId: ActorId }),
    body: v.object({ chatId: ChatId, clientId: ClientId, text: messageText }),
    response: CommandAnswer,
  }),
}
