import { useState } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import type { View } from '../chat/view.ts'
import { ask, askedFor, dropRefused } from './asking.ts'
import { countryOf } from './country-of.ts'
import { changeDraft, readDraft } from './draft.ts'
import { Field } from './Field.tsx'
import { WayForm } from './WayForm.tsx'

/** **Call me back**: number, note and times (W17, W18). What the server refuses stays, and is told at its field. */
export function CallbackForm({ view }: { readonly view: View }) {
  const { visit, t } = view
  const [{ phone, note, preferredTimes }, setDraft] = useState(() => readDraft(visit))
  const [missing, setMissing] = useState(false)
  const asked = askedFor(view, 'requestCallback')
  const refusal = asked?.refusal
  const wrongNumber = refusal?.code === 'invalid-phone-number'

  function change(next: { phone?: string; note?: string; preferredTimes?: string }) {
    setMissing(false)
    setDraft((before) => ({ ...before, ...next }))
    changeDraft(visit, next)
    dropRefused(view)
  }
  function submit() {
    setMissing(!phone.trim())
    if (!phone.trim()) return document.getElementById('phone')?.focus()
    const country = countryOf(navigator.languages)
    ask(view, { operation: 'requestCallback', phone, note, preferredTimes, ...(country && { country }) })
  }

  return (
    <WayForm
      view={view}
      title={t('callMeBack')}
      hint={t(visit.now().last ? 'callHint' : 'callHintAlone')}
      asked={asked}
      refusal={wrongNumber ? null : refusal?.message}
      onSubmit={submit}
    >
      <Field
        id="phone"
        label={t('phone')}
        value={phone}
        onInput={(text) => change({ phone: text })}
        maxLength={limits.phone}
        required
        of="tel"
        wrong={missing ? t('phoneMissing') : wrongNumber && t('phoneWrong')}
      />
      <Field
        id="about"
        label={t('about')}
        value={note}
        onInput={(text) => change({ note: text })}
        maxLength={limits.description}
        lines={3}
      />
      <Field
        id="times"
        label={t('times')}
        value={preferredTimes}
        onInput={(text) => change({ preferredTimes: text })}
        maxLength={limits.preferredTimes}
      />
    </WayForm>
  )
}
