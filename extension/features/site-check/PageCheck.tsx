import { useEffect, useRef, useState } from 'preact/hooks'
import type { Finding } from '#shared/contract/site-check.ts'
import { texts } from '../../i18n/texts.ts'
import { readPage } from '../../platform/read-page.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { checkPage } from './check-page.ts'
import { savedState } from './saved-state.ts'
import './PageCheck.css'

interface Props {
  /** Origins that the agent is signed in to. */
  readonly servers: readonly string[]
  readonly onBack: () => void
}

interface Outcome {
  readonly url: string
  readonly findings: readonly Finding[]
}

const t = texts.siteCheck

/** Says of the page that the agent looks at whether its snippet is there, and what blocks it (G6). */
export function PageCheck({ servers, onBack }: Props) {
  const [outcome, setOutcome] = useState<Outcome | 'looking' | 'unread'>('looking')
  const heading = useRef<HTMLHeadingElement>(null)
  const look = async () => {
    setOutcome('looking')
    const facts = await readPage()
    setOutcome(facts ? { url: facts.url, findings: await checkPage(facts, servers, savedState) } : 'unread')
  }
  useEffect(() => {
    heading.current?.focus()
    void look()
  }, [])
  return (
    <section class="page-check" aria-labelledby="page-check">
      <div class="top">
        <IconButton icon="back" label={t.back} onClick={onBack} />
        <h2 id="page-check" ref={heading} tabIndex={-1}>
          {t.check}
        </h2>
        {outcome !== 'looking' && (
          <Button look="quiet" onClick={look}>
            {t.again}
          </Button>
        )}
      </div>
      <div role="status">
        {outcome === 'looking' && <Loading label={t.looking} />}
        {outcome === 'unread' && <Empty icon="info" title={t.cannotRead} text={t.cannotReadText} />}
        {typeof outcome === 'object' && <Found outcome={outcome} />}
      </div>
    </section>
  )
}

const Found = ({ outcome: { url, findings } }: { readonly outcome: Outcome }) => (
  <>
    <p class="page">
      <bdi>{url}</bdi>
    </p>
    <ul aria-label={t.findings}>
      {findings.map(({ level, text, code }) => (
        <li key={text} class={level}>
          <strong>{t[level]}</strong>
          <p dir="auto">{text}</p>
          {code && (
            <pre dir="ltr">
              <code>{code}</code>
            </pre>
          )}
        </li>
      ))}
    </ul>
  </>
)
