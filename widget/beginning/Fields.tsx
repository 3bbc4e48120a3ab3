import { useState } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import { beginningDraft } from '../chat/sender.ts'
import type { View } from '../chat/view.ts'
import { type BeginningDraft, readDraft } from './details.ts'

/** What the owner lets visitors say before a chat begins: who should answer (W12), answers to questions of the owner's own (W9), and what it is about (W16). */
export function Fields({ view }: { readonly view: View }) {
  const { visit, beginning, t } = view
  const form = beginning?.form()
  const [draft, setDraft] = useState(() => readDraft(visit))
  const groups = beginning?.groups() ?? []
  function change(part: BeginningDraft) {
    const next = { ...draft, ...part }
    setDraft(next)
    visit.keep.set(beginningDraft, next)
    visit.changed()
  }
  return (
    <>
      {groups.length > 0 && (
        <label>
          <span>{t('group')}</span>
          {/* Not onChange: the build shortens that name (mangled.json). */}
          <select value={draft.group ?? ''} onInput={({ currentTarget }) => change({ group: currentTarget.value })}>
            <option value="">{t('anyGroup')}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {form && !form.skips() && <form.Questions view={view} form={form} />}
      {beginning?.describes && (
        <label>
          <span>{t('describe')}</span>
          <textarea
            dir="auto"
            rows={3}
            maxLength={limits.description}
            value={draft.description ?? ''}
            onInput={({ currentTarget }) => change({ description: currentTarget.value })}
          />
        </label>
      )}
    </>
  )
}
