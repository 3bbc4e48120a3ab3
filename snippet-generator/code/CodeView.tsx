import { useRef } from 'preact/hooks'
import { Copy } from './Copy.tsx'
import './CodeView.css'

/** Code to read and to copy. @param parts.name what it is, for those who do not see it */
export function CodeView(parts: { name: string; code: string; copy: string; done: string; primary?: boolean }) {
  const shown = useRef<HTMLElement>(null)
  return (
    <section class="code-view" aria-label={parts.name}>
      <pre>
        <code ref={shown} dir="ltr">
          {parts.code.split(ATTRIBUTE).map((piece, index) => (
            <span key={index} class={index % 2 === 1 ? 'whole' : undefined}>
              {piece}
            </span>
          ))}
        </code>
      </pre>
      <Copy
        name={parts.copy}
        text={() => parts.code}
        done={parts.done}
        primary={parts.primary === true}
        shown={shown}
      />
    </section>
  )
}

/** A line of code that is too long is broken anywhere but in such a name. */
const ATTRIBUTE = /(data-\w+=)/
