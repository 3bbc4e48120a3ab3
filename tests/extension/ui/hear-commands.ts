import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Answer, CommandMessage, CommandName } from '../../../extension/core/commands.ts'

type Answers = { readonly [C in CommandName]?: Answer<C> }

/** Stands where the background stands: gives the commands that it hears, and takes every one on unless told another answer. */
export function hearCommands(answers: Answers = {}): CommandMessage[] {
  const heard: CommandMessage[] = []
  // The fake hands on an answer as older browsers do: by the call back, announced with `true`.
  fakeBrowser.runtime.onMessage.addListener(async (message: CommandMessage, _sender, answer) => {
    heard.push(message)
    answer(answers[message.type] ?? { ok: true, value: message.type === 'list-active' ? { chats: [] } : {} })
    return true
  })
  return heard
}
