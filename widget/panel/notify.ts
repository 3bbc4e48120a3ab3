import { greeting } from '../protocol.ts'

/** A web notification of a page in the background, where it has the permission already: it is never asked for here (W20). */
export function notify(title: string, body: string, onClick: () => void) {
  try {
    if (!document.hidden || Notification.permission !== 'granted') return
    new Notification(title, { body, tag: greeting }).onclick = () => {
      focus()
      onClick()
    }
  } catch {
    // On phones only a service worker may.
  }
}
