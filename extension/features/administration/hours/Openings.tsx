import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { texts } from '../../../i18n/texts.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { describedBy, FieldNotes } from '../../../ui/FieldNotes.tsx'
import type { Problems } from '../problems.ts'
import { type OpeningDraft, workingDay } from './hours-draft.ts'
import './Openings.css'

interface Props {
  /** What the fields are called after. */
  readonly day: string
  /** Of the day, as the contract names it. */
  readonly path: string
  readonly openings: readonly OpeningDraft[]
  readonly onOpenings: (openings: readonly OpeningDraft[]) => void
  readonly problems: Problems
  /** More to do with the day. */
  readonly children?: ComponentChildren
}

const t = texts.administration.hours

/** The hours of one day: from and to, as many as there are; closed without any. */
export function Openings({ day, path, openings, onOpenings, problems, children }: Props) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const change = (i: number, part: Partial<OpeningDraft>) =>
    onOpenings(openings.map((opening, at) => (at === i ? { ...opening, ...part } : opening)))
  const add = () => {
    const last = openings.at(-1)
    onOpenings([...openings, ...(last ? [{ from: last.to, to: '' }] : workingDay)])
    requestAnimationFrame(() => [...(root.current?.querySelectorAll('input') ?? [])].at(-2)?.focus())
  }
  const remove = (i: number) => {
    onOpenings(openings.filter((_, at) => at !== i))
    root.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }
  return (
    <div class="openings" ref={root}>
      <div class="list">
        {!openings.length && <span class="closed">{t.closed}</span>}
        {openings.map((opening, i) => {
          const error = problems[`${path}.${i}`]
          const notes = { id: `${id}-${i}`, error }
          const field = (end: 'from' | 'to') => (
            <input
              class="input"
              type="time"
              aria-label={t[end](day)}
              value={opening[end]}
              {...describedBy(notes)}
              onInput={(event) => change(i, { [end]: event.currentTarget.value })}
            />
          )
          return (
            <div class="opening field" key={i}>
              <div class="times">
                {field('from')}
                <span aria-hidden="true">–</span>
                {field('to')}
                <IconButton label={t.remove(day, opening.from, opening.to)} icon="close" onClick={() => remove(i)} />
              </div>
              <FieldNotes {...notes} />
            </div>
          )
        })}
      </div>
      <div class="actions">
        <IconButton label={t.add(day)} icon="plus" data-add="" onClick={add} />
        {children}
      </div>
    </div>
  )
}
