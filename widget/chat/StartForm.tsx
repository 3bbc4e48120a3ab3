import { useState } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import { MessageField } from './MessageField.tsx'
import type { View } from './view.ts'

/** Name and first message at once; a known visitor is not asked for the name again (W11). */
export function StartForm({ view }: { view: View }) {
  const { visit, sender, config, availability, beginning, waiting, t } = view
  const { keep, sessions } = visit
  const form = beginning?.form()
  const known = form ? form.name() : sessions.current()?.visitor.name
  const asksName = form ? form.asksName() : !known
  const refused = sender.refused()
  const [name, setName] = useState(known ?? keep.get<string>('name') ?? '')
  const [text, setText] = useState(keep.get<string>('draft') ?? refused)
  const [missing, setMissing] = useState(false)
  const away = availability?.available === false
  // What was written before somebody asked for a description stays to be seen.
  const [written] = useState(text !== '')
  const describes = beginning?.describes && !written

  function start() {
    const called = (asksName ? name : known || name).trim()
    const isComplete = !form || form.isComplete()
    if (asksName && !called) {
      setMissing(true)
      document.getElementById('name')?.focus()
    } else if (isComplete && text.length <= limits.message) sender.start(called, text)
  }

  return (
    <form
      class="start"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <div class="welcome">
        <h2>{t('welcome')}</h2>
        {!away && <p>{t('welcomeHint')}</p>}
      </div>
      {away && beginning && waiting && <beginning.Away view={view} />}
      {(!away || config.whenAway === 'show') && (
        <>
          {asksName && (
            <label>
              <span>{t('yourName')}</span>
              <input
                id="name"
                name="name"
                autocomplete="name"
                maxLength={limits.name}
                required
                value={name}
                aria-invalid={missing}
                aria-describedby="name-missing"
                onInput={({ currentTarget }) => {
                  setName(currentTarget.value)
                  setMissing(false)
                  keep.set('name', currentTarget.value)
                }}
              />
              <span id="name-missing" class="wrong" role="alert">
                {missing && t('nameMissing')}
              </span>
            </label>
          )}
          {beginning && <beginning.Fields view={view} />}
          {!describes && (
            <label for="message">
              <span>{t('message')}</span>
              <MessageField
                view={view}
                value={text}
                onEnter={start}
                onInput={(next) => {
                  setText(next)
                  keep.set('draft', next)
                }}
              />
            </label>
          )}
          <button type="submit" class={away ? 'plain' : 'primary'}>
            {t(form?.skips() ? 'send' : 'startChat')}
          </button>
        </>
      )}
    </form>
  )
}
