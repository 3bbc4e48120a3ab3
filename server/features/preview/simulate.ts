import { randomUUID } from 'node:crypto'
import type { ChatCommand } from '#shared/contract/commands.ts'
import type { ActorId, ChatId, ClientId, GroupId } from '#shared/contract/ids.ts'
import type { PreviewAct, PreviewState } from '#shared/contract/preview-api.ts'
import { chatStream } from '#shared/contract/streams.ts'
import { previewVisitor, simulatedAgent } from '#shared/domain/preview/preview-ids.ts'
import { Refused, refused } from '../../domain/refused.ts'
import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'
import type { ChatQueries } from '../chats/queries.ts'
import type { Receipts } from '../chats/receipts.ts'
import type { Typing } from '../chats/typing.ts'

export interface SimulateParts {
  readonly db: Database
  readonly log: Log
  readonly queries: ChatQueries
  readonly receipts: Receipts
  readonly typing: Typing
}

type Act = Exclude<PreviewAct, { do: 'set' }>

/** Does in a preview what the simulated agent is told, by the same commands as a real one's. Throws Refused. */
export function createSimulation({ db, log, queries, receipts, typing }: SimulateParts) {
  async function append(command: ChatCommand, clientId = aClientId()) {
    const appended = await log.append(command, simulatedAgent, clientId)
    if ('refusal' in appended) throw new Refused(appended.refusal)
  }

  /** Whoever writes or types has read what there is. */
  async function read(chatId: ChatId) {
    const stream = chatStream(chatId)
    const last = (await queries.lastSeqs([stream])).get(stream) ?? 0
    await receipts.mark(chatId, simulatedAgent, { delivered: last, read: last })
  }

  async function answer(chatId: ChatId) {
    await append({ type: 'accept-chat', chatId })
    await read(chatId)
  }

  async function invite(preview: GroupId, text: string) {
    const visitor = previewVisitor(preview)
    const chatId = randomUUID() as string as ChatId
    await append({ type: 'propose-chat', chatId, ...(await circumstances(db, visitor, preview)), text })
  }

  return async (preview: GroupId, act: Act, { chat }: PreviewState): Promise<void> => {
    const open = chat && chat.phase !== 'ended' ? chat : null
    if (act.do === 'invite') {
      if (open) throw refused('already-started', 'The visitor is in a chat already. End it first.')
      return invite(preview, act.text)
    }
    if (!open) throw refused('not-found', 'There is no chat yet. Press the button in the preview and write.')
    const { chatId } = open
    switch (act.do) {
      case 'answer':
        return answer(chatId)
      case 'type':
        if (open.phase === 'waiting') await answer(chatId)
        await read(chatId)
        return typing.signal(chatId, simulatedAgent, true)
      case 'send':
        if (open.phase === 'waiting') await answer(chatId)
        await read(chatId)
        return append({ type: 'send-message', chatId, text: act.text }, act.clientId)
      case 'leave':
        return append({ type: 'leave-chat', chatId })
      case 'end':
        if (open.phase === 'waiting') await answer(chatId)
        return append({ type: 'end-chat', chatId })
    }
  }
}

async function circumstances({ query }: Database, id: ActorId, preview: GroupId) {
  const visitor = await query.selectFrom('visitor').select('name').where('id', '=', id).executeTakeFirst()
  const group = await query.selectFrom('preview').select('name').where('id', '=', preview).executeTakeFirst()
  return {
    visitor: { id, name: visitor?.name ?? '' },
    page: { url: '', title: '' },
    language: 'en',
    group: { id: preview, name: group?.name ?? '' },
    asked: true,
  }
}

const aClientId = () => randomUUID() as string as ClientId
