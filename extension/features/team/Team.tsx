import { useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { List } from '../../ui/List.tsx'
import { Loading } from '../../ui/Loading.tsx'
import type { ChatKey } from '../chats/chat-key.ts'
import { ColleagueItem } from './ColleagueItem.tsx'
import { type Colleague, useFreshTeam, useTeam } from './use-team.ts'
import '../../ui/Field.css'
import './Team.css'

interface Props {
  readonly accounts: readonly AccountRow[]
  readonly onOpen: (chat: ChatKey) => void
}

const t = texts.team
/** So many are seen at a glance. */
const few = 8

/** **Team** (A14): colleagues with their presence, by name; the way to a chat with each. */
export function Team({ accounts, onOpen }: Props) {
  const [wanted, setWanted] = useState('')
  useFreshTeam(accounts)
  const team = useTeam(accounts)
  const isReachable = accounts.some(({ state }) => state === 'online' || state === 'connecting')
  if (team === undefined || (team === null && isReachable)) return <Loading label={t.loading} />
  if (!team?.length) return <Empty icon="team" title={t.none} text={t.noneText} />
  const found = team.filter((colleague) => matches(colleague, wanted))
  return (
    <div class="team">
      {team.length > few && (
        <search>
          <input
            type="search"
            class="input"
            aria-label={t.find}
            placeholder={t.find}
            value={wanted}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
        </search>
      )}
      {found.length ? (
        <List
          label={t.heading}
          items={found}
          keyOf={({ row }) => `${row.accountId}/${row.agentId}`}
          row={(colleague, tabIndex) => (
            <ColleagueItem
              colleague={colleague}
              isOneOfSeveral={accounts.length > 1}
              tabIndex={tabIndex}
              onOpen={onOpen}
            />
          )}
        />
      ) : (
        <Empty icon="team" title={t.noMatch} text={t.noMatchText} />
      )}
    </div>
  )
}

function matches({ row, groups }: Colleague, wanted: string): boolean {
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const said = [row.member.name, ...groups].join(' ').toLocaleLowerCase()
  return words.every((word) => said.includes(word))
}
