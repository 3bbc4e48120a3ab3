import type { ComponentChildren } from 'preact'
import type { OutboxItem } from '#shared/client/outbox.ts'
import { limits } from '#shared/contract/limits.ts'
import type { View } from '../chat/view.ts'
import { choose } from './draft.ts'
import { Field } from './Field.tsx'
import { useName } from './use-name.ts'

interface WayFormProps {
  readonly view: View
  readonly title: string
  readonly hint: string
  readonly asked: OutboxItem | undefined
  /** The server's no, where it is about no field. */
  readonly refusal: string | null | undefined
  readonly onSubmit: () => void
  readonly children: ComponentChildren
}

/** What the forms of all ways have around their fields. */
export function WayForm({ view, title, hint, asked, refusal, onSubmit, children }: WayFormProps) {
  const { visit, beginning, t } = view
  const underWay = asked !== undefined && !asked.refusal
  const begun = visit.now().last > 0
  const name = useName(view)
  // What is asked before a chat is asked before what begins one, too.
  const form = begun ? null : beginning?.form()
  return (
    <form
      class="start"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (name.isKnown() && (!form || form.isComplete())) onSubmit()
      }}
    >
      <div class="welcome">
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
      {name.asks && (
        <Field
          id="name"
          label={t('yourName')}
          value={name.value}
          onInput={name.change}
          maxLength={limits.name}
          required
          of="name"
          wrong={name.missing && t('nameMissing')}
        />
      )}
      {form && !form.skips() && <form.Questions view={view} form={form} />}
      {children}
      <p class="wrong" role="alert">
        {refusal}
      </p>
      <button type="submit" class="primary" aria-disabled={underWay}>
        {title}
      </button>
      <p class="sending" role="status">
        {underWay && t('beingSent')}
      </p>
      <button type="button" class="plain" onClick={() => choose(visit, null)}>
        {t(begun ? 'backToChat' : 'back')}
      </button>
    </form>
  )
}
