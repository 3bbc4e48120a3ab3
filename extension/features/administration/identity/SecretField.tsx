import type { ComponentProps } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { texts } from '../../../i18n/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { describedBy, FieldNotes } from '../../../ui/FieldNotes.tsx'
import { Icon } from '../../../ui/Icon.tsx'

const t = texts.identitySecret

/** Covered until somebody wants to see it; copied without being shown. */
export function SecretField({ secret }: { readonly secret: string }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isShown, setShown] = useState(false)
  const [said, setSaid] = useState<'copied' | 'notCopied'>()

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret)
      setSaid('copied')
    } catch {
      // Refused by the browser: then by hand.
      setShown(true)
      setSaid('notCopied')
      field.current?.select()
    }
  }
  const attributes = { type: isShown ? 'text' : 'password', readOnly: true } as ComponentProps<'input'>
  return (
    <div class="field">
      <label for={id}>{t.label}</label>
      <div class="secret-line">
        <input
          {...attributes}
          {...describedBy({ id, hint: t.hint })}
          id={id}
          ref={field}
          class="input"
          dir="ltr"
          autoComplete="off"
          value={secret}
        />
        <Button icon="eye" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? t.hide : t.show}
        </Button>
        <Button icon="copy" onClick={copy}>
          {t.copy}
        </Button>
      </div>
      <FieldNotes id={id} hint={t.hint} />
      <p role="status" class="said">
        {said && <Icon name={said === 'copied' ? 'check' : 'info'} />}
        {said && t[said]}
      </p>
    </div>
  )
}
