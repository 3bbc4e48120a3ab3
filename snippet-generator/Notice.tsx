import type { Settings } from './settings.ts'

/** What the page has to say about the settings as a whole; the element stays, so that a screen reader hears the change. */
export function Notice({ settings }: { settings: Settings }) {
  const notice = settings.notice.value
  const undo = notice?.undo
  return (
    <div class="notice">
      <output>{notice?.text}</output>
      {undo && (
        <button type="button" class="button" onClick={() => settings.undo(undo)}>
          Undo
        </button>
      )}
    </div>
  )
}
