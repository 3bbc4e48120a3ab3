interface ItemButtonsProps {
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
}

/** At an end, `aria-disabled` in place of `disabled`: a button that goes dead takes the keyboard's place with it. */
export function ItemButtons({ name, isFirst, isLast, onMove, onRemove }: ItemButtonsProps) {
  return (
    <div class="item-buttons">
      <Small name={`Move ${name} up`} keys="Alt+↑" path="m6 14 6-6 6 6" disabled={isFirst} onClick={() => onMove(-1)} />
      <Small name={`Move ${name} down`} keys="Alt+↓" path="m6 10 6 6 6-6" disabled={isLast} onClick={() => onMove(1)} />
      <Small name={`Remove ${name}`} path="m7 7 10 10M17 7 7 17" removes onClick={onRemove} />
    </div>
  )
}

function Small(parts: {
  name: string
  keys?: string
  path: string
  disabled?: boolean
  removes?: boolean
  onClick: () => void
}) {
  return (
    <button
      type="button"
      class="small"
      aria-label={parts.name}
      title={parts.keys ? `${parts.name} (${parts.keys})` : parts.name}
      aria-disabled={parts.disabled === true}
      data-removes={parts.removes}
      onClick={parts.onClick}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d={parts.path} />
      </svg>
    </button>
  )
}
