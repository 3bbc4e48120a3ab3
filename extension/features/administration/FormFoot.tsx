import { useLayoutEffect, useRef } from 'preact/hooks'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import './FormFoot.css'
import type { Problems } from './problems.ts'
import type { Leaving } from './use-leaving.ts'

interface Props {
  readonly problems: Problems
  readonly isBusy: boolean
  readonly leaving: Leaving
  readonly onCancel: () => void
}

const t = texts.administration

/** Stays in sight below a form, however long: saves it, says why it could not be saved, and asks before changes are lost. */
export function FormFoot({ problems, isBusy, leaving, onCancel }: Props) {
  if (leaving.isAsking) return <LeaveQuestion leaving={leaving} />
  const { '': whole, ...fields } = problems
  const count = Object.keys(fields).length
  const words = whole ?? (count ? t.wrongFields(count) : undefined)
  return (
    <div class="form-foot">
      {words && (
        <p class="error" role="alert">
          <Icon name="warning" />
          {words}
        </p>
      )}
      <Button look="primary" type="submit" disabled={isBusy}>
        {isBusy ? t.saving : t.save}
      </Button>
      <Button onClick={() => leaving.attempt(onCancel)}>{t.cancel}</Button>
    </div>
  )
}

function LeaveQuestion({ leaving }: Pick<Props, 'leaving'>) {
  const group = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => group.current?.querySelector('button')?.focus(), [])
  return (
    <fieldset
      class="form-foot asking"
      aria-label={t.unsaved}
      ref={group}
      onKeyDown={(event) => event.key === 'Escape' && leaving.stay()}
    >
      <p>{t.unsaved}</p>
      <Button look="primary" onClick={leaving.stay}>
        {t.keepEditing}
      </Button>
      <Button onClick={leaving.leave}>{t.discard}</Button>
    </fieldset>
  )
}
