import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import './Item.css'
import { Question } from './Question.tsx'

interface Props {
  readonly id: string
  readonly name: string
  /** Before the name. */
  readonly mark?: ComponentChildren
  /** After the name, such as a role. */
  readonly tag?: string | undefined
  /** What there is to know, in a line. */
  readonly facts: readonly string[]
  /** Nothing: it cannot be edited. */
  readonly onEdit?: (() => void) | undefined
  /** Nothing: it cannot be removed. */
  readonly removal?: Removal | undefined
}
interface Removal {
  readonly question: string
  /** Gives what went wrong; nothing when it is gone. */
  readonly remove: () => Promise<string | undefined>
}

const t = texts.administration

/** One of a list, as a list item: its name, what there is to know, and what can be done with it. */
export function Item({ id, name, mark, tag, facts, onEdit, removal }: Props) {
  const [isAsking, setAsking] = useState(false)
  return (
    <li class="admin-item" aria-label={name}>
      <div class="line">
        {mark}
        <div class="what">
          <p class="name">
            <bdi>{name}</bdi> {tag && <span class="tag">{tag}</span>}
          </p>
          <p class="facts">{facts.join(' · ')}</p>
        </div>
        <div class="actions">
          {onEdit && (
            <Button data-edit={id} aria-description={name} onClick={onEdit}>
              {t.edit}
            </Button>
          )}
          {removal && !isAsking && (
            <Button look="quiet" aria-description={name} onClick={() => setAsking(true)}>
              {t.remove}
            </Button>
          )}
        </div>
      </div>
      {removal && isAsking && <Asking removal={removal} onKeep={() => setAsking(false)} />}
    </li>
  )
}

function Asking({ removal, onKeep }: { readonly removal: Removal; readonly onKeep: () => void }) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const remove = async () => {
    setBusy(true)
    setProblem(await removal.remove())
    setBusy(false)
  }
  return <Question question={removal.question} onRemove={remove} isBusy={isBusy} problem={problem} onKeep={onKeep} />
}
