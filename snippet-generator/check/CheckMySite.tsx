import { useId } from 'preact/hooks'
import type { Finding } from '#shared/contract/site-check.ts'
import '../saved/saved.css'
import './check.css'
import type { CheckMySite as Check } from './check-my-site.ts'

/** Says of a page whether the snippet is there, and what blocks it (G6). */
export function CheckMySite({ check }: { check: Check }) {
  const id = useId()
  const outcome = check.outcome.value
  return (
    <section class="check" aria-labelledby="check-title">
      <h2 id="check-title">Check my site</h2>
      <p>
        Once the code is in your pages: this server looks at one of them, as any visitor could, and says what it finds.
      </p>
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault()
          void check.check()
        }}
      >
        <div class="field">
          <label for={id}>Address of the page</label>
          <input
            id={id}
            type="text"
            inputMode="url"
            autocomplete="url"
            autocapitalize="none"
            spellcheck={false}
            required
            placeholder="https://www.example.com/"
            value={check.address.value}
            onInput={(event) => {
              check.address.value = event.currentTarget.value
            }}
          />
        </div>
        <button type="submit" class="button" disabled={check.busy.value}>
          Check
        </button>
      </form>
      <div class="outcome" role="status">
        {check.busy.value && <p class="muted">Looking at the page …</p>}
        {outcome && (
          <>
            <p class="page">{outcome.page}</p>
            <ul>
              {outcome.findings.map((finding) => (
                <Found key={finding.text} finding={finding} />
              ))}
            </ul>
          </>
        )}
      </div>
      <p class="problem" role="alert">
        {check.problem.value}
      </p>
    </section>
  )
}

const levels = { good: 'Good', problem: 'To put right', note: 'To know' } as const satisfies Record<
  Finding['level'],
  string
>

const Found = ({ finding: { level, text, code } }: { finding: Finding }) => (
  <li class="finding" data-level={level}>
    <strong>{levels[level]}</strong>
    <div>
      <p>{text}</p>
      {code && (
        <pre>
          <code dir="ltr">{code}</code>
        </pre>
      )}
    </div>
  </li>
)
