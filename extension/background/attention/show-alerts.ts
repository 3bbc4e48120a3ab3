import { db } from '../../core/db.ts'
import { closeNotification, correctNotification, notify } from '../../platform/notify.ts'
import type { Alert } from './alerts-of.ts'

/**
 * Makes the notifications what they should be. What was shown is kept in the database, so that neither the worker's death nor the
 * agent's closing of one brings it back.
 */
export async function showAlerts(wanted: readonly Alert[]): Promise<void> {
  const shown = new Map((await db.alerts.toArray()).map((row) => [row.id, row]))
  for (const alert of wanted) {
    const before = shown.get(alert.id)
    shown.delete(alert.id)
    if (!before || before.version < alert.version) await notify(alert)
    else if (before.text !== alert.message) await correctNotification(alert.id, alert.message)
    else continue
    await db.alerts.put({ id: alert.id, version: alert.version, text: alert.message })
  }
  for (const id of shown.keys()) {
    await closeNotification(id)
    await db.alerts.delete(id)
  }
}
