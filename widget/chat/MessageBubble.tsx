import { richText } from './rich-text.ts'
import type { Message } from './timeline.ts'
import type { View } from './view.ts'

/** One message: who, what, when, and how far it got. */
export function MessageBubble({ message, view: { sender, language, t } }: { message: Message; view: View }) {
  const { mine, name, text, at, state, reason, clientId, first, last } = message
  const time = new Date(at)
  return (
    <article class={mine ? 'message mine' : 'message'} data-state={state}>
      <h3 class={first && !mine ? 'author' : 'unseen'}>{mine ? t('you') : name}</h3>
      <p class={isOnlyEmoji(text) ? 'bubble large' : 'bubble'} dir="auto">
        {richText(text).map(({ text, href }) =>
          href ? (
            <a key={href} href={href} target="_blank" rel="noopener noreferrer nofollow">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
      {state === 'not-sent' && clientId ? (
        <p class="meta failed">
          {reason && <span>{reason}</span>}
          <button type="button" onClick={() => sender.retry(clientId)}>
            {t('notSent')}
          </button>
          <button type="button" onClick={() => sender.discard(clientId)}>
            {t('discard')}
          </button>
        </p>
      ) : (
        last && (
          <p class="meta">
            <time dateTime={time.toISOString()}>
              {time.toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit' })}
            </time>
            {state && state !== 'not-sent' && (
              <>
                {' · '}
                <span>{t(state)}</span>
              </>
            )}
          </p>
        )
      )}
    </article>
  )
}

const isOnlyEmoji = (text: string) => /^(\p{RGI_Emoji}){1,3}$/v.test(text.trim())
