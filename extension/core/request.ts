import { askBackground } from '../platform/messages.ts'
import type { Answer, CommandName, Payload } from './commands.ts'

/** Asks the background to do something; wakes it when it sleeps. What the server refuses is an answer, not an error: look at `ok`. */
export const command = async <C extends CommandName>(type: C, payload: Payload<C>): Promise<Answer<C>> =>
  (await askBackground({ type, payload })) as Answer<C>
