import { writeSetting } from '../../core/settings.ts'
import { openPanel, openWindow } from '../../platform/surfaces.ts'
import type { Handlers } from '../commands/handlers.ts'
import { readAlertId } from './alert-id.ts'
import { acceptAndDecline } from './alerts-of.ts'

/**
 * A click on a notification or one of its buttons. Accept and the click itself show the chat: in the side panel, else in the window.
 * The panel must be opened before any wait, or the browser does not count the click.
 */
export async function actOnNotification(handlers: Handlers, id: string, pressed: number | null): Promise<void> {
  const alert = readAlertId(id)
  if (!alert) return
  const { accountId, chatId } = alert
  const button = pressed === null ? null : acceptAndDecline[pressed]
  if (button === 'Decline') {
    await handlers['decline-chat']({ accountId, chatId })
    return
  }
  const opening = openPanel()
  if (button === 'Accept') await handlers['accept-chat']({ accountId, chatId })
  await writeSetting('openChat', { accountId, chatId, at: Date.now() })
  if (!(await opening)) await openWindow()
}
