import { useEffect } from 'preact/hooks'
import type { ChatRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { viewChat } from '../../core/view.ts'

/** Says that the agent looks at this chat: no notification for it, and read up to `lastSeq`, while the page is visible (S10). */
export function useAttention(row: ChatRow | undefined, lastSeq: number): void {
  const { accountId, chatId, list, read = 0 } = row ?? {}

  useEffect(() => {
    if (!accountId || !chatId) return
    const gone = new AbortController()
    viewChat(accountId, chatId, gone.signal)
    return () => gone.abort()
  }, [accountId, chatId])

  useEffect(() => {
    if (!accountId || !chatId || (list !== 'mine' && list !== 'ended') || lastSeq <= read) return
    const gone = new AbortController()
    const tell = () => {
      if (document.visibilityState === 'visible')
        command('mark-read', { accountId, chatId, seq: lastSeq }).catch(() => {})
    }
    document.addEventListener('visibilitychange', tell, { signal: gone.signal })
    tell()
    return () => gone.abort()
  }, [accountId, chatId, list, lastSeq, read])
}
