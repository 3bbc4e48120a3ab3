import type { Actor } from '#shared/contract/actors.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { Refused, refused } from '../../domain/refused.ts'
import type { Log } from '../../log/log.ts'
import type { Database } from '../../store/database.ts'
import { createGroupRules } from '../chats/group-rules.ts'
import { carriesOut, type HandlersOf } from '../chats/handle.ts'
import type { ChatQueries } from '../chats/queries.ts'
import type { Groups } from '../groups/groups.ts'
import { followUpsOn } from './follow-ups.ts'

export interface FollowUpParts {
  readonly db: Database
  readonly log: Log
  readonly logId: string
  readonly queries: ChatQueries
  readonly groups: Groups
  readonly now: () => number
  /** A number in E.164; nothing when it is none that can be called. */
  readonly readPhone: (phone: string, country?: string) => string | null
  /** Whether this server can send mail at all. */
  readonly sendsMail: boolean
}

type Operations = 'requestCallback' | 'leaveMessage' | 'answerByMail' | 'followUp' | 'listFollowUps'

/** What visitors choose instead of waiting, and agents who see to it. Throws Refused. */
export function followUpHandlers(parts: FollowUpParts): HandlersOf<Operations> {
  const { db, log, logId, queries, readPhone, sendsMail } = parts
  const carryOut = carriesOut(log, logId)
  const rules = createGroupRules(parts)
  const beginning = async (begin: Parameters<typeof rules.beginning>[0] | undefined, { id }: Actor) =>
    begin ? { begin: await rules.beginning(begin, id) } : {}

  return {
    async requestCallback({ params, body: { clientId, phone, country, note, preferredTimes, begin } }, { actor }) {
      const number = readPhone(phone, country)
      if (!number) throw new Refused(wrongNumber)
      const callback = { phone: number, note, preferredTimes }
      const { open } = await rules.ending(params.chatId)
      return carryOut(
        { type: 'request-callback', ...params, callback, open, ...(await beginning(begin, actor)) },
        actor,
        clientId,
      )
    },

    async leaveMessage({ params, body: { clientId, email, text, begin } }, { actor }) {
      const { open } = await rules.ending(params.chatId)
      return carryOut(
        { type: 'leave-message', ...params, email, text, open, ...(await beginning(begin, actor)) },
        actor,
        clientId,
      )
    },

    answerByMail({ params, body: { clientId, text } }, { actor }) {
      if (!sendsMail)
        throw refused('no-mail', 'This server has no mail server to send with (DESKBELL_SMTP_URL). Nothing was sent.')
      return carryOut({ type: 'answer-by-mail', ...params, text }, actor, clientId)
    },

    followUp: ({ params, body }, { actor }) => carryOut({ type: 'follow-up', ...params }, actor, body.clientId),

    listFollowUps: async ({ query: { list } }) => ({ followUps: await followUpsOn(db, queries, list) }),
  }
}

const wrongNumber = refuse(
  'invalid-phone-number',
  'This is no phone number that can be called. Check it, and begin with + and the country’s number.',
)
