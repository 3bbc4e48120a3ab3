import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { View } from '../chat/view.ts'
import { earlierChats } from './earlier-chats.ts'
import type { History } from './open-history.ts'

/** **Your conversations** (W13): a list of the earlier ones, and each to be read again. */
export function YourConversations({ view, history }: { readonly view: View; readonly history: History }) {
  const { visit, conversation, language, t } = view
  const [read, setRead] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  // What had the focus is gone: it goes to what came in its place.
  useLayoutEffect(() => title.current?.focus(), [read])
  const chats = earlierChats(visit)
  const chat = chats.find(({ key }) => key === read)
  const back = () => (chat ? setRead('') : history.show(false))
  const day = (at: number) => new Date(at).toLocaleDateString(language, { dateStyle: 'medium' })

  return (
    <section
      class="history"
      aria-labelledby="conversations"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        back()
      }}
    >
      <header class="history-bar">
        <button type="button" onClick={back}>
          {t('back')}
        </button>
        <h2 id="conversations" tabIndex={-1} ref={title}>
          <bdi>{chat ? chat.names || t('chat') : t('conversations')}</bdi>
          {chat && <span> · {day(chat.at)}</span>}
        </h2>
      </header>
      {chat ? (
        conversation && <conversation.PastLog events={chat.events} view={view} />
      ) : (
        <ul>
          {chats.map(({ key, names, words, at }) => (
            <li key={key}>
              <button type="button" onClick={() => setRead(key)}>
                <strong dir="auto">{names || t('chat')}</strong>
                <time dateTime={new Date(at).toISOString()}>{day(at)}</time>
                <span dir="auto">{words}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
