import { addressAdvice } from './address-advice.ts'
import { policyLines } from './policy-lines.ts'

/** G5: what a browser's console says where the button is missing, and what puts it right. */
export function Missing({ origin }: { origin: string }) {
  const [script = '', frame = ''] = policyLines(origin).split('\n')
  return (
    <section aria-labelledby="missing-title">
      <h2 id="missing-title">If the button does not appear</h2>
      <p>
        Open the page, press <kbd>F12</kbd>, choose <b>Console</b>, and load the page again. What stands there in red
        says why:
      </p>
      <dl class="causes">
        <div>
          <dt>Content Security Policy … /widget.js</dt>
          <dd>
            Your site’s policy does not allow the script. Add <code dir="ltr">{script}</code>
          </dd>
        </div>
        <div>
          <dt>Content Security Policy … frame-src</dt>
          <dd>
            The button is there, and the chat stays empty. Add <code dir="ltr">{frame}</code>
          </dd>
        </div>
        <div>
          <dt>Mixed Content</dt>
          <dd>
            {addressAdvice(origin) === undefined
              ? 'The code was copied from an address without https. Copy it again from this one.'
              : 'A page over https loads nothing from an address without. Give this server an https address, and copy the code again from there.'}
          </dd>
        </div>
        <div>
          <dt>ERR_BLOCKED_BY_CLIENT</dt>
          <dd>
            An extension of this browser blocks <span dir="ltr">{new URL(origin).host}</span>. Lists of such blockers go
            by names: an address of your own site, such as <span dir="ltr">desk.shop.example</span>, is on none of them.
          </dd>
        </div>
        <div>
          <dt>ERR_CONNECTION_REFUSED, ERR_NAME_NOT_RESOLVED, 404</dt>
          <dd>
            From where you are, there is no Deskbell at <span dir="ltr">{origin}</span>. Open that address in a tab of
            its own, and look whether it answers.
          </dd>
        </div>
      </dl>
    </section>
  )
}
