import type { Settings } from './settings.ts'

/** What the page has to say about the settings as a whole; the element stays, so that a screen reader hears the change. */
export function Notice({ settings }: { settings: Settings }) {
  return (
    <div class="notice">
      <output>{settings.notice.value}</output>
    </div>
  )
}
