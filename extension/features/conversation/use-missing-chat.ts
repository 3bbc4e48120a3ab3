import { useEffect, useState } from 'preact/hooks'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import type { ChatKey } from '../chats/chat-key.ts'

/**
 * Fetches a chat that this browser does not have: one that nobody took, or that a colleague is in.
 * @param isMissing asks once it is; what was on the screen and vanished is not asked for again
 * @returns why it cannot be shown; nothing while that is not known
 */
export function useMissingChat({ accountId, chatId }: ChatKey, isMissing: boolean): string | undefined {
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    if (!isMissing) return
    let isWanted = true
    command('fetch-chat', { accountId, chatId })
      .catch(() => null)
      .then((answer) => {
        if (isWanted && !answer?.ok) setProblem(answer?.refusal.message ?? texts.surfaces.failed)
      })
    return () => {
      isWanted = false
    }
  }, [accountId, chatId, isMissing])
  return isMissing ? problem : undefined
}
