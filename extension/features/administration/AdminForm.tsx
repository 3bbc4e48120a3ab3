import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { FormFoot } from './FormFoot.tsx'
import type { Form } from './use-form.ts'
import type { Leaving } from './use-leaving.ts'

interface Props<D> {
  readonly title: string
  readonly form: Form<D>
  readonly leaving: Leaving
  readonly onCancel: () => void
  readonly children: ComponentChildren
}

/** The frame of every form here: its title above, saving and leaving below. */
export function AdminForm<D>({ title, form, leaving, onCancel, children }: Props<D>) {
  const id = useId()
  return (
    <form class="admin-form" noValidate aria-labelledby={id} ref={form.root} onSubmit={form.submit}>
      <h3 id={id}>{title}</h3>
      {children}
      <FormFoot problems={form.problems} isBusy={form.isBusy} leaving={leaving} onCancel={onCancel} />
    </form>
  )
}
