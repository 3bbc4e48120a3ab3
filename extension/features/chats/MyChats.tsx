import { useState } from 'preact/hooks'
import type { AccountRow, ChatRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Empty } from '../../ui/Empty.tsx'
import { List } from '../../ui/List.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { FilteredOut, FilterNote } from '../filter/FilterNote.tsx'
import { ChatItem } from './ChatItem.tsx'
import { type ChatKey, isSameChat, keyText } from './chat-key.ts'
import { type ShownChats, useActive, useDrafts, useEnded } from './use-my-chats.ts'
import './MyChats.css'

interface Props {
  readonly accounts: readonly AccountRow[]
  /** The chat that is open, or the last one that was: Tab reaches it first. */
  readonly current: ChatKey | null
  readonly isOpen: boolean
  readonly onOpen: (chat: ChatKey) => void
}

const pageSize = 40

/** My active chats, and below them those that have ended. */
export function MyChats({ accounts, current, isOpen, onOpen }: Props) {
  const [limit, setLimit] = useState(pageSize)
  const active = useActive()
  const ended = useEnded(limit)
  const drafts = useDrafts()
  if (!active || !drafts || (!ended && !showsBefore(active))) return <Loading label={texts.chats.loading} />
  const hidden = active.hidden + (ended?.hidden ?? 0)
  if (!active.rows.length && !ended?.rows.length) {
    if (hidden) return <FilteredOut hidden={hidden} />
    return <Empty icon="chat" title={texts.chats.none} text={texts.chats.noneText} />
  }

  const several = accounts.length > 1
  const list = (label: string, rows: readonly ChatRow[], onNearEnd?: () => void) => (
    <List
      label={label}
      items={rows}
      keyOf={keyText}
      current={current && keyText(current)}
      {...(onNearEnd && { onNearEnd })}
      row={(row, tabIndex) => (
        <ChatItem
          row={row}
          account={several ? accounts.find(({ id }) => id === row.accountId) : undefined}
          draft={row.chat.phase === 'ended' ? undefined : drafts.get(keyText(row))}
          current={isOpen && current !== null && isSameChat(current, row)}
          tabIndex={tabIndex}
          onOpen={() => onOpen(row)}
        />
      )}
    />
  )
  return (
    <div class="my-chats">
      {active.rows.length > 0 && list(texts.chats.mine, active.rows)}
      {ended && ended.rows.length > 0 && (
        <>
          <h3>{texts.chats.ended}</h3>
          {list(
            texts.chats.ended,
            ended.rows,
            ended.rows.length === limit ? () => setLimit(limit + pageSize) : undefined,
          )}
        </>
      )}
      <FilterNote hidden={hidden} />
    </div>
  )
}

/** With a filter it takes a moment to find the ended ones among many. */
const showsBefore = ({ isFiltered, rows }: ShownChats) => isFiltered && rows.length > 0
