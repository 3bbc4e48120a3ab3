import { liveQuery } from 'dexie'
import { db } from '../core/db.ts'
import { onAlarm, watchEveryHalfMinute } from '../platform/alarm.ts'
import { onIdleChange } from '../platform/idle.ts'
import { keepAwake } from '../platform/keep-awake.ts'
import { onBrowserStart, onNetworkBack } from '../platform/lifecycle.ts'
import { answerMessages } from '../platform/messages.ts'
import { onNotification } from '../platform/notify.ts'
import { followWindowInUse } from '../platform/surfaces.ts'
import { actOnNotification } from './attention/act-on-notification.ts'
import { payAttention } from './attention/attention.ts'
import { answerCommand } from './commands/answer-command.ts'
import { createHandlers } from './commands/handlers.ts'
import type { Outside } from './connections/connection.ts'
import { createPool } from './connections/pool.ts'
import { forgetGoneChats } from './forget-gone-chats.ts'
import { forgetTyping } from './signals/take-signal.ts'

const watch = 'connect-watch'

/**
 * Starts the background, again after each of its deaths. Listeners are registered before anything is awaited: the event that woke it
 * is delivered to them at once.
 */
export function startBackground(outside: Outside): void {
  const pool = createPool(outside)
  const handlers = createHandlers(pool, outside.fetch)
  const lookAgain = payAttention()

  answerMessages((message) => answerCommand(handlers, message))
  onNotification((id, pressed) => actOnNotification(handlers, id, pressed))
  onAlarm(watch, async () => {
    await forgetTyping()
    await forgetGoneChats(Date.now())
    await Promise.all([lookAgain(), pool.check()])
  })
  onNetworkBack(pool.check)
  onIdleChange(pool.renewPresence)
  onBrowserStart(async () => {
    await db.alerts.clear()
    await db.accounts.filter((account) => account.state === 'online').modify({ state: 'connecting' })
    await lookAgain()
  })
  followWindowInUse()
  stayUpWhileSignedIn()
  void forgetTyping()
  void pool.ensure()
}

/** With nobody signed in there is nothing to wake up for. */
function stayUpWhileSignedIn() {
  liveQuery(() => db.accounts.filter((account) => account.token !== null).count()).subscribe((signedIn) => {
    keepAwake(signedIn > 0)
    void watchEveryHalfMinute(watch, signedIn > 0)
  })
}
