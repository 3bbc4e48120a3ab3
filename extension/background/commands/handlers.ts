import type { Answer, CommandName, Payload, Reply } from '../../core/commands.ts'
import { type AgentCommand, db } from '../../core/db.ts'
import { discardItem } from '../../core/discard-item.ts'
import { queueCommand } from '../../core/queue-command.ts'
import { writeSetting } from '../../core/settings.ts'
import { openWindow } from '../../platform/surfaces.ts'
import { addAccount } from '../accounts/add-account.ts'
import { removeAccount, signOut } from '../accounts/end-session.ts'
import { administer, followAdministration } from '../administration/administer.ts'
import { silence } from '../attention/silence.ts'
import type { Pool } from '../connections/pool.ts'
import { answerByMail } from '../follow-ups/answer-by-mail.ts'
import { fetchChat } from '../follow-ups/fetch-chat.ts'
import { comeIn, listActive } from '../joining/come-in.ts'
import { chooseStatus } from '../presence/choose-status.ts'
import { markRead } from '../receipts/mark-read.ts'
import { countOnPage } from '../visitors/count-on-page.ts'
import { learnVisit } from '../visitors/learn-visit.ts'
import { watchVisitors } from '../visitors/watch-visitors.ts'

export type Handlers = { [C in CommandName]: (payload: Payload<C>) => Promise<Answer<C>> }

const done = { ok: true, value: {} } as const

/** What the background does for the surfaces. Each stores first; the network follows by itself. */
export function createHandlers(pool: Pool, send: typeof fetch): Handlers {
  const queue = async ({ accountId, chatId }: Payload<'accept-chat'>, asked: AgentCommand) => {
    await queueCommand(accountId, chatId, asked)
    return go()
  }
  /** Not awaited: the answer is that it was taken on. */
  const go = () => {
    void pool.ensure()
    return done
  }
  const lookAtVisitors = watchVisitors(pool.learnVisitors)
  const outboxOf = async (clientId: Payload<'retry-message'>['clientId']) => {
    const item = await db.outbox.get(clientId)
    return item && pool.of(item.accountId)?.outbox
  }

  return {
    async 'add-account'(payload) {
      const answer = await addAccount(payload, send)
      if (answer.ok) go()
      return answer
    },
    async 'sign-out'({ accountId }) {
      await signOut(accountId, send)
      return go()
    },
    async 'remove-account'({ accountId }) {
      await removeAccount(accountId, send)
      return go()
    },
    async 'set-status'({ accountId, status }) {
      return chooseStatus((await pool.find(accountId))?.api, accountId, status)
    },
    async 'learn-statuses'({ accountId }) {
      await (await pool.find(accountId))?.duties.learnStatuses()
      return done
    },
    async administer({ accountId, request }) {
      const connection = await pool.find(accountId)
      const answer = await administer(connection?.api, request)
      if (answer.ok && connection) await followAdministration(connection, request)
      return answer
    },
    'accept-chat': (chat) => queue(chat, { operation: 'acceptChat' }),
    'decline-chat': (chat) => queue(chat, { operation: 'declineChat' }),
    'end-chat': ({ note, ...chat }) => queue(chat, { operation: 'endChat', ...(note && { note }) }),
    'leave-chat': (chat) => queue(chat, { operation: 'leaveChat' }),
    'join-chat': async (chat) => comeIn(await pool.find(chat.accountId), 'joinChat', chat.chatId),
    'observe-chat': async (chat) => comeIn(await pool.find(chat.accountId), 'observeChat', chat.chatId),
    'stop-observing': async (chat) => comeIn(await pool.find(chat.accountId), 'stopObserving', chat.chatId),
    'list-active': async ({ accountId }) => listActive(await pool.find(accountId)),
    'move-chat': ({ groupId, ...chat }) => queue(chat, { operation: 'moveChat', groupId }),
    'set-closing-note': ({ text, ...chat }) => queue(chat, { operation: 'setClosingNote', text }),
    'follow-up': (chat) => queue(chat, { operation: 'followUp' }),
    'answer-by-mail': async (answer) => answerByMail((await pool.find(answer.accountId))?.api, answer),
    'fetch-chat': async (chat) => fetchChat(await pool.find(chat.accountId), chat.chatId),
    async 'learn-team'({ accountId }) {
      await (await pool.find(accountId))?.duties.learnTeam()
      return done
    },
    async 'learn-follow-ups'({ accountId }) {
      await (await pool.find(accountId))?.duties.learnFollowUps()
      return done
    },
    async 'count-on-page'({ accountId, page }) {
      return countOnPage((await pool.find(accountId))?.api, page)
    },
    async 'learn-visit'({ accountId, visitorId }) {
      await learnVisit(accountId, visitorId, (await pool.find(accountId))?.api)
      return done
    },
    async 'watch-visitors'(look) {
      lookAtVisitors(look)
      return done
    },
    async 'send-message'({ accountId, chatId, text }) {
      const clientId = await queueCommand(accountId, chatId, { operation: 'sendMessage', text })
      await db.drafts.delete([accountId, chatId])
      go()
      return { ok: true, value: { clientId } satisfies Reply<'send-message'> }
    },
    async 'retry-message'({ clientId }) {
      const outbox = await outboxOf(clientId)
      void outbox?.retry(clientId)
      return go()
    },
    async 'discard-message'({ clientId }) {
      await discardItem(clientId)
      return done
    },
    async 'set-typing'({ accountId, chatId, typing }) {
      const sent = pool.of(accountId)?.api.signalTyping({ params: { chatId }, body: { typing } })
      // Worth nothing later: not repeated.
      sent?.catch(() => {})
      return done
    },
    async 'mark-read'({ accountId, chatId, seq }) {
      await markRead(accountId, chatId, seq)
      return go()
    },
    async silence({ accountId, chatId }) {
      await silence(
        (row) => (accountId ? row.accountId === accountId : true) && (chatId ? row.chatId === chatId : true),
      )
      return done
    },
    async 'open-window'({ accountId, chatId }) {
      if (accountId && chatId) await writeSetting('openChat', { accountId, chatId, at: Date.now() })
      await openWindow()
      return done
    },
    async kick() {
      return go()
    },
  }
}
