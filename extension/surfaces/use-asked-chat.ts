import { useEffect, useRef } from 'preact/hooks'
import type { ChatKey } from '../features/chats/chat-key.ts'
import { useSetting } from '../features/settings/use-setting.ts'

/** A page that opens because of the wish must still see it, in ms. */
const stillNew = 10_000

/** Goes to the chat that the agent asked to see elsewhere: in the popup, or by a click on a notification. Once per wish. */
export function useAskedChat(goTo: (chat: ChatKey) => void): void {
  const asked = useSetting('openChat')
  const seen = useRef(Date.now() - stillNew)
  useEffect(() => {
    if (!asked || asked.at <= seen.current) return
    seen.current = asked.at
    goTo(asked)
  }, [asked])
}
