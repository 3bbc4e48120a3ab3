import { useEffect } from 'preact/hooks'
import type { Settings } from '../settings.ts'
import { undoKey } from './undo-keys.ts'

/** G2: every change can be taken back, by buttons and by keys. */
export function UndoRedo({ settings }: { settings: Settings }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wanted = undoKey(event)
      if (!wanted) return
      event.preventDefault()
      settings[wanted]()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [settings])
  return (
    <div class="undo-redo">
      <Step name="Undo" keys="Ctrl+Z" disabled={!settings.canUndo.value} onClick={settings.undo} path={BACK} />
      <Step name="Redo" keys="Ctrl+Shift+Z" disabled={!settings.canRedo.value} onClick={settings.redo} path={FORTH} />
    </div>
  )
}

const BACK = 'M8 5 4 9l4 4M4 9h9a5 5 0 0 1 0 10H9'
const FORTH = 'm16 5 4 4-4 4M20 9h-9a5 5 0 0 0 0 10h4'

/** Not `disabled`, which would take the keyboard's place away from who presses it until nothing is left to undo. */
function Step(parts: { name: string; keys: string; disabled: boolean; onClick: () => void; path: string }) {
  return (
    <button
      type="button"
      class="button"
      title={`${parts.name} (${parts.keys})`}
      aria-disabled={parts.disabled}
      onClick={parts.onClick}
    >
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d={parts.path} />
      </svg>
      {parts.name}
    </button>
  )
}
