import type { Chat } from '#shared/domain/chat/chat.ts'
import { texts } from '../../i18n/texts.ts'
import { Icon } from '../../ui/Icon.tsx'
import { answerWords } from '../visitors/answer-words.ts'
import './RequestAnswers.css'

const t = texts.identity
/** The rest is told beside the chat. */
const most = 3

/** Who asks, as their site says it (W11), and the first of what they answered before the chat (W9). */
export function RequestAnswers({ chat }: { readonly chat: Pick<Chat, 'identity' | 'fields'> }) {
  const fields = chat.fields?.filter(({ type }) => type !== 'consent') ?? []
  const more = fields.length - most
  return (
    <>
      {chat.identity && (
        <p class="request-identity">
          <Icon name="check" />
          <span dir="auto">{t.identifiedAs(chat.identity.id)}</span>
        </p>
      )}
      {fields.length > 0 && (
        <dl class="request-answers">
          {fields.slice(0, most).map((field) => (
            <div key={field.key}>
              <dt dir="auto">{field.label}</dt>
              <dd dir="auto">{answerWords(field)}</dd>
            </div>
          ))}
          {more > 0 && (
            <div>
              <dt>{t.more(more)}</dt>
            </div>
          )}
        </dl>
      )}
    </>
  )
}
