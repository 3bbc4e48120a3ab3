import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { settingsLiteral } from './settings-literal.ts'

/** What the variants for bundlers have in common. */
export interface ModuleParts {
  /** The settings, with the empty line after them; empty when nothing differs from the defaults. */
  readonly settings: string
  /** Adds the script, unless it is there: statements on lines of their own. */
  readonly add: string
  /** Adds the script, or else shows the button again. Where nothing was hidden a page makes no call, and loads nothing for it. */
  readonly addOrShow: string
}

/** @param indent of the statements, in spaces */
export function moduleParts(origin: string, config: FrameConfig, indent: number): ModuleParts {
  const inLines = (lines: readonly string[]) => lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n')
  const settings = settingsLiteral(config)
  const names = settings ? 'config = JSON.stringify(settings)' : "widget = 'default'"
  const add = [
    `if (!document.querySelector('script[src="${origin}/widget.js"]')) {`,
    "  const script = document.createElement('script')",
    '  script.async = true',
    `  script.src = '${origin}/widget.js'`,
    `  script.dataset.${names}`,
    '  document.head.append(script)',
  ]
  return {
    settings: settings ? `const settings = ${settings}\n\n` : '',
    add: inLines([...add, '}']),
    addOrShow: inLines([...add, '} else {', "  window.Deskbell('show')", '}']),
  }
}
