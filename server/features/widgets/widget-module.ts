import { createHash } from 'node:crypto'
import type { SavedWidget } from '#shared/contract/widgets-api.ts'

export interface WidgetModule {
  readonly code: string
  /** Another one with each change. */
  readonly etag: string
}

/**
 * The module that a page imports for `data-widget="NAME"`: the configuration as JSON text, as a snippet's own attribute
 * has it. As text, because an object written as code is not the one that JSON says: `__proto__` means something in code.
 */
export function widgetModule({ config }: Pick<SavedWidget, 'config'>): WidgetModule {
  const code = `export default ${JSON.stringify(JSON.stringify(config)).replace(UNSAFE, escaped)}\n`
  return { code, etag: createHash('sha256').update(code).digest('base64url').slice(0, 22) }
}

/** Whatever could end the text where somebody takes the code for markup, or for another encoding. */
const UNSAFE = /[<>&\u007f-\uffff]/g
const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
