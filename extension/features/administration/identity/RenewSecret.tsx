import { useState } from 'preact/hooks'
import { texts } from '../../../i18n/texts.ts'
import { Button } from '../../../ui/Button.tsx'

const t = texts.identitySecret

/** Asks before the old secret counts no more; Escape keeps it. */
export function RenewSecret({ onRenew }: { readonly onRenew: () => Promise<void> }) {
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const renew = async () => {
    setBusy(true)
    await onRenew()
    setBusy(false)
    setAsking(false)
  }
  if (!isAsking)
    return (
      <div class="renew">
        <Button onClick={() => setAsking(true)}>{t.renew}</Button>
      </div>
    )
  return (
    <fieldset
      class="renew asking"
      aria-label={t.renewQuestion}
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      <p>{t.renewQuestion}</p>
      <Button look="danger" disabled={isBusy} onClick={renew}>
        {isBusy ? t.renewing : t.renewNow}
      </Button>
      <Button onClick={() => setAsking(false)}>{t.keep}</Button>
    </fieldset>
  )
}
