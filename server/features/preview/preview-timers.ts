import type { Database } from '../../store/database.ts'
import type { TimerHandler } from '../../timers/timers.ts'
import { forgetPreview } from './forget-preview.ts'
import { forgetPreviewTimer } from './preview-store.ts'

export const previewTimers = (db: Database): Record<string, TimerHandler> => ({
  [forgetPreviewTimer]: forgetPreview(db),
})
