import { ApiError, createApiClient } from '#shared/client/api-client.ts'
import { type Refusal, refuse } from '#shared/contract/refusals.ts'
import type { Answer, Payload } from '../../core/commands.ts'
import { type AccountId, type AccountRow, db } from '../../core/db.ts'
import { readServerUrl } from './read-server-url.ts'

const answerWithin = 15_000
const accountColors = 8

/** Signs in. An agent who is here already gets a new session, and keeps chats, drafts and outbox. */
export async function addAccount(typed: Payload<'add-account'>, send: typeof fetch): Promise<Answer<'add-account'>> {
  const serverUrl = readServerUrl(typed.serverUrl)
  if (!serverUrl)
    return no(
      refuse(
        'invalid-request',
        `“${typed.serverUrl.trim()}” is no web address. Write it like https://chat.example.com.`,
      ),
    )
  const username = typed.username.trim()
  try {
    const body = { username, password: typed.password }
    const session = await createApiClient(serverUrl, send).signIn(
      { body },
      { signal: AbortSignal.timeout(answerWithin) },
    )
    const accountId = await db.transaction('rw', db.accounts, async () => {
      const all = await db.accounts.orderBy('order').toArray()
      const known = all.find((row) => row.serverUrl === serverUrl && row.agent.id === session.agent.id)
      const row = { ...(known ?? newAccount(all)), serverUrl, username, ...session, state: 'connecting' as const }
      await db.accounts.put({ ...row, logId: known?.logId ?? null })
      return row.id
    })
    return { ok: true, value: { accountId } }
  } catch (error) {
    return no(reason(error, serverUrl))
  }
}

const no = (refusal: Refusal) => ({ ok: false, refusal }) as const

function newAccount(all: readonly AccountRow[]) {
  const taken = new Set(all.map((row) => row.color))
  const free = Array.from({ length: accountColors }, (_, color) => color).find((color) => !taken.has(color))
  return {
    id: crypto.randomUUID() as string as AccountId,
    color: free ?? all.length % accountColors,
    order: (all.at(-1)?.order ?? 0) + 1,
  }
}

function reason(error: unknown, serverUrl: string): Refusal {
  if (error instanceof ApiError && error.refusal) return error.refusal
  if (error instanceof ApiError && error.status !== 0)
    return refuse('not-found', `${serverUrl} answered, but not as a Deskbell server does. Check the address.`)
  return refuse(
    'unavailable',
    `No Deskbell server answered at ${serverUrl}. Check the address and your network, then try again.`,
  )
}
