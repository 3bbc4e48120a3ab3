import { useState } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import type { View } from '../chat/view.ts'
import { ask, askedFor, dropRefused } from './asking.ts'
import { changeDraft, readDraft } from './draft.ts'
import { Field } from './Field.tsx'
import { WayForm } from './WayForm.tsx'

/** **Leave a message**: an address and a text (W23). It begins with what the visitor has written already. */
export function LeaveMessageForm({ view }: { readonly view: View }) {
  const { visit, t } = view
  const [{ email, text }, setDraft] = useState(() => {
    const draft = readDraft(visit)
    return { email: draft.email, text: draft.text ?? writtenBy(view) }
  })
  const [wrong, setWrong] = useState<'email' | 'text' | null>(null)
  const asked = askedFor(view, 'leaveMessage')
  const refusal = asked?.refusal
  const wrongAddress = wrong === 'email' || refusal?.issues?.some((issue) => issue.startsWith('email'))

  function change(next: { email?: string; text?: string }) {
    setWrong(null)
    setDraft((before) => ({ ...before, ...next }))
    changeDraft(visit, next)
    dropRefused(view)
  }
  function submit() {
    const found = !looksLikeAddress(email) ? 'email' : text.trim() ? null : 'text'
    setWrong(found)
    if (found) document.getElementById(found === 'email' ? 'email' : 'left-text')?.focus()
    else ask(view, { operation: 'leaveMessage', email: email.trim(), text })
  }

  return (
    <WayForm
      view={view}
      title={t('leaveMessage')}
      hint={t(visit.now().last ? 'leaveHint' : 'leaveHintAlone')}
      asked={asked}
      refusal={wrongAddress ? null : refusal?.message}
      onSubmit={submit}
    >
      <Field
        id="email"
        label={t('email')}
        value={email}
        onInput={(next) => change({ email: next })}
        maxLength={limits.email}
        required
        of="email"
        wrong={wrongAddress && t('emailWrong')}
      />
      <Field
        id="left-text"
        label={t('message')}
        value={text}
        onInput={(next) => change({ text: next })}
        maxLength={limits.message}
        required
        lines={5}
        wrong={wrong === 'text' && t('messageMissing')}
      />
    </WayForm>
  )
}

const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())

/** Also what is still on its way. */
function writtenBy({ visit, sender }: View): string {
  const { events } = visit.now()
  const arrived = events.flatMap(({ actor, event, clientId }) =>
    actor.kind === 'visitor' && event.type === 'message-sent' ? { clientId, text: event.text } : [],
  )
  const onTheWay = sender
    .pending()
    .flatMap(({ command, clientId }) =>
      command.operation === 'sendMessage' && arrived.every((one) => one.clientId !== clientId) ? command : [],
    )
  return [...arrived, ...onTheWay]
    .map(({ text }) => text)
    .join('\n')
    .slice(0, limits.message)
    .toWellFormed()
}
