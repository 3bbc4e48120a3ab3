import { useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { hostOf } from '../accounts/account-name.ts'
import { Agents } from './agents/Agents.tsx'
import { Groups } from './groups/Groups.tsx'
import { IdentitySecret } from './identity/IdentitySecret.tsx'
import { Statuses } from './statuses/Statuses.tsx'
import { useLeaving } from './use-leaving.ts'
import { usePlace } from './use-place.ts'
import { type Server, useServer } from './use-server.ts'

const t = texts.administration
const areas = { agents: Agents, groups: Groups, statuses: Statuses, identity: IdentitySecret }
type Area = keyof typeof areas

/** One server: what there is by area, and one form at a time. */
export function ServerAdministration({ account }: { readonly account: AccountRow }) {
  const leaving = useLeaving()
  const place = usePlace()
  const [area, setArea] = useState<Area>('agents')
  const server = useServer(account, `${area}/${place.open}`)
  const { lists } = server
  const Shown = areas[area]
  // Whoever signs out leaves no colleagues' names behind, but loses nothing that they typed.
  const isShown = lists && (account.state !== 'signed-out' || place.open !== null)
  const go = (next: Area) =>
    leaving.attempt(() => {
      setArea(next)
      place.reset()
    })
  return (
    <div class="administration">
      <Tabs
        label={t.headingOf(hostOf(account))}
        tabs={[
          { key: 'agents', label: t.agents.tab, count: lists?.agents.length ?? 0 },
          { key: 'groups', label: t.groups.tab, count: lists?.groups.length ?? 0 },
          { key: 'statuses', label: t.statuses.tab, count: lists?.statuses.length ?? 0 },
          { key: 'identity', label: texts.identitySecret.tab },
        ]}
        selected={area}
        onSelect={(next) => next !== area && go(next)}
      >
        <Trouble account={account} server={server} isTyping={place.open !== null} />
        {place.said && (
          <Banner icon="check" boxed>
            {place.said}
          </Banner>
        )}
        {isShown ? (
          <Shown key={area} account={account} lists={lists} server={server} place={place} leaving={leaving} />
        ) : (
          !lists && !server.problem && <Loading label={t.loading} />
        )}
      </Tabs>
    </div>
  )
}

interface TroubleProps {
  readonly account: AccountRow
  readonly server: Server
  readonly isTyping: boolean
}

/** Why the server does not answer. What is typed stays. */
function Trouble({ account, server, isTyping }: TroubleProps) {
  const host = hostOf(account)
  const { state } = account
  const what = state === 'signed-out' ? t.signedOut(host) : state === 'offline' ? t.offline(host) : server.problem
  const words = isTyping && (state === 'signed-out' || state === 'offline') ? `${what} ${t.typedStays}` : what
  if (!words) return null
  return (
    <Banner
      tone="warn"
      icon={state === 'offline' ? 'offline' : 'warning'}
      boxed
      actions={state !== 'signed-out' && <Button onClick={server.reload}>{t.tryAgain}</Button>}
    >
      {words}
    </Banner>
  )
}
