import type { Keep } from '../keep.ts'
import type { Sessions } from '../session.ts'

/** Where nothing lasts but the cookie: the server still knows who it was, and what they were talking about. */
export async function restore({ api, begin }: Sessions, keep: Keep): Promise<void> {
  const { visitor, realtime, chats } = await api.getVisitorSession({})
  begin({ visitor, realtime, token: null })
  if (chats[0] && !keep.get('chat')) keep.set('chat', chats[0].chatId)
}
