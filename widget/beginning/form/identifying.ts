import type { Identity } from '#shared/contract/identity.ts'
import type { Visit } from '../../boot/visit.ts'
import { readSaid } from './said.ts'

/** Who the site says that the visitor is, as the server has verified it; kept under this key. */
const key = 'identity'

/**
 * Becomes whom the page has signed (W11), once for all that it says: the same person as on every other device, whose chats come back.
 * What the server does not believe is told on the console, and the visitor goes on as before.
 */
export function createIdentifying(visit: Visit) {
  const { keep, sessions } = visit
  let answered = ''
  let coming: Promise<void> | null = null

  const wants = () => {
    const { signed } = readSaid(visit.said)
    const text = JSON.stringify(signed)
    return signed && text !== answered && !isBusyAsSomebodyElse() ? { signed, text } : null
  }
  /** A chat that is under way goes on as it was begun; they are identified when it is over. */
  const isBusyAsSomebodyElse = () => visit.now().underWay && visit.now().last > 0 && !keep.get(key)

  async function identify(): Promise<void> {
    const wanted = wants()
    if (!wanted) return
    try {
      const answer = await sessions.api.openVisitorSession({ body: { identity: wanted.signed } })
      answered = wanted.text
      await become(answer)
    } catch (error) {
      const { refusal } = error as { refusal?: { code: string; message: string } }
      if (refusal?.code !== 'invalid-identity') throw error
      answered = wanted.text
      console.warn('Deskbell:', refusal.message)
    }
  }

  async function become({ token, visitor, identity, realtime }: Answer): Promise<void> {
    const before = sessions.current()
    if (before && before.visitor.id !== visitor.id) leaveBehind()
    sessions.end()
    const me = () => sessions.api.getVisitorSession({}).catch(() => null)
    let mine = await me()
    const isCookie = mine?.visitor.id === visitor.id
    sessions.begin({ visitor, realtime, token: isCookie ? null : token })
    keep.set('name', visitor.name)
    keep.set(key, identity)
    if (!isCookie) mine = await me()
    const open = mine?.chats.find(({ phase }) => phase !== 'ended')
    if (open && !visit.now().underWay) keep.set('chat', open.chatId)
  }

  /** Of somebody whom the site knew nothing stays here; of one whom it did not what they wrote, and have begun to ask for. */
  function leaveBehind() {
    const all = keep.get(key)
    const begins = visit.now().last === 0 && keep.keys('outbox:').length > 0
    for (const one of keep.keys(''))
      if (all || (one === 'chat' && !begins) || one.startsWith('events:')) keep.remove(one)
  }

  return {
    /** Resolves when there is nothing (more) to wait for. Throws where there is no answer. */
    async ready() {
      coming ??= identify().finally(() => {
        coming = null
        visit.changed()
      })
      await coming
    },
    isUnderWay: () => coming !== null,
    wants: () => wants() !== null,
    now: () => (sessions.current() ? keep.get<Identity>(key) : null),
  }
}

type Answer = Awaited<ReturnType<Visit['sessions']['api']['openVisitorSession']>>
