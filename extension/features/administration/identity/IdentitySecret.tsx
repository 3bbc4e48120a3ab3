import { useEffect, useState } from 'preact/hooks'
import type { AdminResult } from '../../../core/administration.ts'
import { texts } from '../../../i18n/texts.ts'
import { endTime } from '../../../i18n/times.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import type { AreaProps } from '../area.ts'
import { RenewSecret } from './RenewSecret.tsx'
import { SecretField } from './SecretField.tsx'
import './IdentitySecret.css'

type Secret = AdminResult<'getIdentitySecret'>

const t = texts.identitySecret

/** The secret with which sites sign who their visitors are (W11). It is nowhere but on this page, and only while it is open. */
export function IdentitySecret({ server }: AreaProps) {
  const [secret, setSecret] = useState<Secret>()
  const [problem, setProblem] = useState<string>()
  const [isRenewed, setRenewed] = useState(false)

  async function ask(operation: 'getIdentitySecret' | 'renewIdentitySecret'): Promise<boolean> {
    const answer = await server.ask(operation, {})
    setProblem(answer.ok ? undefined : answer.refusal.message)
    if (answer.ok) setSecret(answer.value)
    return answer.ok
  }
  useEffect(() => void ask('getIdentitySecret'), [])

  return (
    <section class="identity-secret" aria-label={t.heading}>
      <h3>{t.heading}</h3>
      <p class="intro">{t.intro}</p>
      {problem && (
        <Banner
          tone="warn"
          icon="warning"
          boxed
          actions={!secret && <Button onClick={() => ask('getIdentitySecret')}>{texts.administration.tryAgain}</Button>}
        >
          {problem}
        </Banner>
      )}
      {isRenewed && (
        <Banner icon="check" boxed>
          {t.renewed}
        </Banner>
      )}
      {secret ? (
        <>
          <SecretField key={secret.secret} secret={secret.secret} />
          <p class="intro">{t.since(endTime(secret.since, Date.now()))}</p>
          <RenewSecret onRenew={async () => setRenewed(await ask('renewIdentitySecret'))} />
          <p class="intro">{t.howTo}</p>
        </>
      ) : (
        !problem && <Loading label={t.loading} />
      )}
    </section>
  )
}
