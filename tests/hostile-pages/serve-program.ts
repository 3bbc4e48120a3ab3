import { join } from 'node:path'
import { bundle } from '../support/bundle.ts'

const folder = join(import.meta.dirname, 'pages')
const made = new Map<string, Promise<string>>()

/** The script of a page that a framework runs, with the framework in it. @param name of `pages/NAME.mjs` */
export function program(name: string): Promise<string> {
  const script = made.get(name) ?? bundle(join(folder, `${name}.mjs`))
  made.set(name, script)
  return script
}

/** What a page of React's shows. */
interface Facts {
  readonly title: string
  /** Where its link leads. */
  readonly next: string
  /** The address of the widget's script, if it is there. */
  readonly snippet: string
}

/** A page as React renders it on a server, and the address of the script that hydrates it in the browser. */
export async function renderedByReact(rendered: Rendered, facts: Facts) {
  const { render } = await import(join(folder, 'react-render.mjs'))
  const program = `/program/react-program.js?facts=${encodeURIComponent(JSON.stringify({ rendered, ...facts }))}`
  return { rendered: `${render(rendered, { ...facts, program })}`, program }
}

/** What `pages/react-shop.mjs` renders: what is in the body, the whole page, or one that differs in the browser. */
export type Rendered = 'inBody' | 'asDocument' | 'asOtherDocument'
