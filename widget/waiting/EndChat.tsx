import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { View } from '../chat/view.ts'
import { ask, askedFor } from './asking.ts'

/** **End chat** (W22), asked once more in its own place. */
export function EndChat({ view }: { readonly view: View }) {
  const { t } = view
  const [sure, setSure] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const asked = askedFor(view, 'endChat')
  const turned = useRef(false)
  // The button that had the focus is gone: it goes to the one in its place.
  useLayoutEffect(() => {
    if (turned.current) first.current?.focus()
  }, [sure])
  function turn(next: boolean) {
    turned.current = true
    setSure(next)
  }
  if (asked && !asked.refusal) return <p role="status">{t('beingSent')}</p>
  return (
    <>
      {asked?.refusal && (
        <p class="wrong" role="alert">
          {asked.refusal.message}
        </p>
      )}
      {sure ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks with it
        <div class="sure" role="group" aria-labelledby="end-sure">
          <p id="end-sure">{t('endSure')}</p>
          <button ref={first} type="button" class="plain" onClick={() => turn(false)}>
            {t('keepChat')}
          </button>
          <button
            type="button"
            class="plain"
            onClick={() => {
              turn(false)
              ask(view, { operation: 'endChat' })
            }}
          >
            {t('endChat')}
          </button>
        </div>
      ) : (
        <button ref={first} type="button" class="plain" onClick={() => turn(true)}>
          {t('endChat')}
        </button>
      )}
    </>
  )
}
