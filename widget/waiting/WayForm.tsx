import type { ComponentChildren } from 'preact'
import type { OutboxItem } from '#shared/client/outbox.ts'
import type { View } from '../chat/view.ts'
import { choose } from './draft.ts'

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
export function WayForm({ view: { visit, t }, title, hint, asked, refusal, onSubmit, children }: WayFormProps) {
  const underWay = asked !== undefined && !asked.refusal
  return (
    <form
      class="start"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <div class="welcome">
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
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
        {t('backToChat')}
      </button>
    </form>
  )
}
