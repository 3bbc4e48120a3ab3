import { useLayoutEffect, useRef } from 'preact/hooks'

const emoji =
  '😀 😄 😂 🙂 😉 😊 😍 😘 🤔 😐 😕 😢 😭 😡 😱 😴 👍 👎 👌 🙏 👏 💪 🤝 👋 ❤️ 💔 🎉 🎁 ⭐ 🔥 ✅ ❌ ❓ ❗ 💡 📦 💳 🛒 📅 ☕'.split(
    ' ',
  )

interface EmojiPickerProps {
  readonly label: string
  readonly onChoose: (emoji: string) => void
  readonly onClose: () => void
}

/** A small grid; the arrow keys walk in it. */
export function EmojiPicker({ label, onChoose, onClose }: EmojiPickerProps) {
  const grid = useRef<HTMLDivElement>(null)
  const focus = (index: number) => (grid.current?.children[index] as HTMLElement | undefined)?.focus()
  useLayoutEffect(() => focus(0), [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    }
    if (!grid.current) return
    const { direction, gridTemplateColumns } = getComputedStyle(grid.current)
    const forward = direction === 'rtl' ? -1 : 1
    // As many as there is room for.
    const columns = gridTemplateColumns.split(' ').length
    const steps: Record<string, number> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: columns,
      ArrowUp: -columns,
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    focus([...grid.current.children].indexOf(event.target as HTMLElement) + step)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame and legend around the grid
    <div class="emoji" role="group" aria-label={label} ref={grid} onKeyDown={onKeyDown}>
      {emoji.map((one, index) => (
        <button key={one} type="button" tabIndex={index ? -1 : 0} onClick={() => onChoose(one)}>
          {one}
        </button>
      ))}
    </div>
  )
}
