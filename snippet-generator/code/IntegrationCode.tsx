import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { snippet } from '../snippet.ts'
import { addressAdvice } from './address-advice.ts'
import { CodeView } from './CodeView.tsx'
import { policyLines } from './policy-lines.ts'
import './IntegrationCode.css'

export function IntegrationCode({ origin, config }: { origin: string; config: FrameConfig }) {
  const advice = addressAdvice(origin)
  return (
    <div class="integration">
      <section aria-labelledby="snippet-title">
        <h2 id="snippet-title">Paste this into your pages</h2>
        <p>
          Put it into every page that shall have the button, right before <code>{'</body>'}</code>. It loads by itself,
          after your page, and leaves nothing with visitors who do not use it.
        </p>
        <CodeView
          name="Snippet"
          code={snippet(origin, config)}
          copy="Copy"
          primary
          done="Copied. Paste it right before </body>."
        />
        {advice && <p class="advice">{advice}</p>}
      </section>
      <section aria-labelledby="policy-title">
        <h2 id="policy-title">If your site sends a Content-Security-Policy</h2>
        <p>
          Add this address to these two directives. The chat needs no other, and no <code>'unsafe-inline'</code>.
        </p>
        <CodeView
          name="Content-Security-Policy"
          code={policyLines(origin)}
          copy="Copy the two lines"
          done="Copied. Add them to what your site sends already."
        />
      </section>
    </div>
  )
}
