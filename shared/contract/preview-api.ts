import * as v from 'valibot'
import { Person } from './actors.ts'
import { Phase } from './answers.ts'
import { messageText } from './fields.ts'
import { ChatId, ClientId, GroupId } from './ids.ts'
import { route } from './route.ts'

/** How a preview stands, for the controls beside it. */
export const PreviewState = v.object({
  /** The newest chat of the preview; nothing before there is one. */
  chat: v.nullable(v.object({ chatId: ChatId, phase: Phase, invited: v.boolean() })),
  /** The simulated agent is not there. */
  away: v.boolean(),
  /** It is outside the preview's office hours. */
  closed: v.boolean(),
})
export type PreviewState = v.InferOutput<typeof PreviewState>

/** What the simulated agent can be told. */
export const PreviewAct = v.variant('do', [
  v.object({ do: v.literal('answer') }),
  v.object({ do: v.literal('type') }),
  /** Takes the chat first, if it still waits. */
  v.object({ do: v.literal('send'), clientId: ClientId, text: messageText }),
  v.object({ do: v.literal('leave') }),
  v.object({ do: v.literal('end') }),
  /** Asks the visitor into a chat. */
  v.object({ do: v.literal('invite'), text: messageText }),
  v.object({ do: v.literal('set'), away: v.boolean(), closed: v.boolean() }),
])
export type PreviewAct = v.InferOutput<typeof PreviewAct>

/** The preview of the snippet generator: the real widget, with an agent who is simulated (G4). */
export const previewApi = {
  openPreview: route({
    summary: 'Begin a preview: a visitor whom no agent ever sees, and who is forgotten after a day',
    access: 'anyone',
    body: v.object({
      /** Whose rules hold in it, but for its office hours and its agents. */
      group: v.optional(GroupId),
    }),
    response: v.object({ token: v.string(), agent: Person, ...PreviewState.entries }),
  }),
  getPreview: route({
    summary: 'How my preview stands',
    access: 'visitor',
    response: PreviewState,
  }),
  actInPreview: route({
    summary: 'Tell the simulated agent of my preview what to do',
    access: 'visitor',
    body: PreviewAct,
    response: PreviewState,
  }),
}
