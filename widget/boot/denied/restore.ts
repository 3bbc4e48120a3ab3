import type { Keep } from '../keep.ts'
import type { Sessions } from '../session.ts'

/**
 * Where nothing lasts but the cookie: the server still knows who it was, and what they were talking about. Whoever is somebody
 * gets a socket: first it has to be known for which chat.
 */
export async function restore({ api, begin }: Sessions, keep: Keep, resume: () => Promise<void>): Promise<void> {
  const { visitor, realtime, chats } = await api.getVisitorSession({})
  if (chats[0] && !keep.get('chat')) keep.set('chat', chats[0].chatId)
  await resume()
  begin({ visitor, realtime, token: null })
}
