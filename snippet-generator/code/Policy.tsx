import { CodeView } from './CodeView.tsx'
import { policyLines } from './policy-lines.ts'

/** @param nonce as in the snippet beside it, if that has one */
export function Policy({ origin, nonce }: { origin: string; nonce?: string | undefined }) {
  return (
    <section aria-labelledby="policy-title">
      <h2 id="policy-title">If your site sends a Content-Security-Policy</h2>
      <p>
        Add this to these two directives of it. The chat needs no other, and no <code>'unsafe-inline'</code>.
      </p>
      <CodeView
        name="Content-Security-Policy"
        code={policyLines(origin, nonce)}
        copy="Copy the two lines"
        done="Copied. Add them to what your site sends already."
      />
      <p class="hint">
        Browsers read each directive once: where your policy has it already, write what is new at its end. Where it has
        only <code>default-src</code>, begin the two with what stands in that.
      </p>
    </section>
  )
}
