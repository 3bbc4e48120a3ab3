import { useId } from 'preact/hooks'
import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import type { Wanted } from './find-visitors.ts'
import '../../ui/Field.css'
import './VisitorFilter.css'

interface Props {
  readonly wanted: Wanted
  readonly onWanted: (wanted: Wanted) => void
  readonly shown: number
  readonly total: number
}

const t = texts.visitors

/** Which of the visitors are shown, and how many there are. */
export function VisitorFilter({ wanted, onWanted, shown, total }: Props) {
  const id = useId()
  return (
    <search class="visitor-filter">
      <input
        type="search"
        class="input"
        aria-label={t.filter}
        placeholder={t.filter}
        value={wanted.text}
        onInput={(event) => onWanted({ ...wanted, text: event.currentTarget.value })}
      />
      {wanted.page !== null && (
        <Button look="link" icon="close" onClick={() => onWanted({ ...wanted, page: null })}>
          {t.onlyOn(wanted.page)}
        </Button>
      )}
      <span class="choice">
        <input
          type="checkbox"
          id={id}
          checked={wanted.notInChat}
          onChange={(event) => onWanted({ ...wanted, notInChat: event.currentTarget.checked })}
        />
        <label for={id}>{t.notInChat}</label>
      </span>
      <bdi class="count-of">{shown === total ? t.count(total) : t.shown(shown, total)}</bdi>
    </search>
  )
}
