import type { ComponentChildren } from 'preact'

/** @param parts.hint what this part of the form decides, in a sentence */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ComponentChildren }) {
  return (
    <section class="section">
      <div class="section-head">
        <h2>{title}</h2>
        {hint && <p class="hint">{hint}</p>}
      </div>
      <div class="fields">{children}</div>
    </section>
  )
}
