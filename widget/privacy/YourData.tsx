import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { View } from '../chat/view.ts'
import type { Privacy } from './open-privacy.ts'

type Step = 'choosing' | 'sure' | 'busy' | 'deleted'

/** **Export my data** and **Delete my data** (W31), which is asked once more in its own place. */
export function YourData({ view, privacy }: { readonly view: View; readonly privacy: Privacy }) {
  const { t } = view
  const [step, setStep] = useState<Step>('choosing')
  const [failed, setFailed] = useState(false)
  const first = useRef<HTMLElement>(null)
  // What had the focus is gone: it goes to what came in its place.
  useLayoutEffect(() => first.current?.focus(), [step])

  async function attempt(act: () => Promise<void>, next: Step) {
    setFailed(false)
    setStep('busy')
    const done = await act().then(
      () => true,
      () => false,
    )
    setFailed(!done)
    setStep(done ? next : 'choosing')
  }
  const back = () => privacy.show(false)

  return (
    <section
      class="start data"
      aria-labelledby="your-data"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        back()
      }}
    >
      <div class="welcome">
        <h2 id="your-data" tabIndex={-1} ref={step === 'sure' ? null : (first as never)}>
          {t('yourData')}
        </h2>
        {step !== 'deleted' && <p>{t('dataHint')}</p>}
      </div>
      {step === 'sure' ? (
        <>
          <p id="delete-sure">{t('deleteSure')}</p>
          <button ref={first as never} type="button" aria-describedby="delete-sure" onClick={() => setStep('choosing')}>
            {t('keepData')}
          </button>
          <button type="button" class="last" onClick={() => attempt(privacy.deleteAll, 'deleted')}>
            {t('deleteData')}
          </button>
        </>
      ) : (
        step !== 'deleted' && (
          <>
            <button
              type="button"
              aria-disabled={step === 'busy'}
              onClick={() => step === 'choosing' && attempt(privacy.exportAll, 'choosing')}
            >
              {t('exportData')}
            </button>
            <button
              type="button"
              aria-disabled={step === 'busy'}
              onClick={() => step === 'choosing' && setStep('sure')}
            >
              {t('deleteData')}
            </button>
          </>
        )
      )}
      <p role="status">{step === 'deleted' ? t('dataDeleted') : step === 'busy' ? t('dataBusy') : ''}</p>
      <p class="wrong" role="alert">
        {failed && t('dataFailed')}
      </p>
      {step !== 'sure' && (
        <button type="button" onClick={back}>
          {t('back')}
        </button>
      )}
    </section>
  )
}
