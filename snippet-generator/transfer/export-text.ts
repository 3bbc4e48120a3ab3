import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { writtenConfig } from '../snippet.ts'
import { visibleJson } from '../visible-json.ts'

/** JSON for people to keep, and for `readImport`: what differs from the defaults. */
export const exportText = (config: FrameConfig): string => `${visibleJson(writtenConfig(config), 2)}\n`
