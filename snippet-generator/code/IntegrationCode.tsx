import { useSignal } from '@preact/signals'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { Choice } from '../configuration/Choice.tsx'
import { addressAdvice } from './address-advice.ts'
import { CodeView } from './CodeView.tsx'
import { Missing } from './Missing.tsx'
import { Policy } from './Policy.tsx'
import { NONCE, type VariantId, variants } from './variants/variants.tsx'
import './IntegrationCode.css'

/** G3, G5 */
export function IntegrationCode({ origin, config }: { origin: string; config: FrameConfig }) {
  const chosen = useSignal<VariantId>('html')
  const advice = addressAdvice(origin)
  const { where, code, done } = variants[chosen.value]
  return (
    <div class="integration">
      <section aria-labelledby="snippet-title">
        <h2 id="snippet-title">Put this into your pages</h2>
        <div class="variants">
          <Choice
            inRow
            label="Your site is made with"
            options={offered}
            value={chosen.value}
            onChange={(variant) => {
              chosen.value = variant
            }}
          />
        </div>
        <p>{where(origin)}</p>
        {/* A new one, so that it does not say of one code that another was copied. */}
        <CodeView key={chosen.value} name="Snippet" code={code(origin, config)} copy="Copy" primary done={done} />
        {advice && <p class="advice">{advice}</p>}
      </section>
      <Policy origin={origin} nonce={chosen.value === 'nonce' ? NONCE : undefined} />
      <Missing origin={origin} />
    </div>
  )
}

const offered = Object.entries(variants).map(([value, { name }]) => ({ value: value as VariantId, name }))
