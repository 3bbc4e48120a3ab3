import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { moduleParts } from './module-parts.ts'

/** A module for any bundler, or none. */
export function typescriptCode(origin: string, config: FrameConfig): string {
  const { settings, add } = moduleParts(origin, config, 2)
  return `${settings}/** Puts the contact button on the page. Calling it again changes nothing. */
export function addContactButton(): void {
${add}
}`
}
