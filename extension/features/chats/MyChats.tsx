import { useState } from 'preact/hooks'
import { type AccountRow, type ChatRow, db } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { useLive } from '../../live/use-live.ts'
import { Empty } from '../../ui/Empty.tsx'
import { List } from '../../ui/List.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ChatItem } from './ChatItem.tsx'
import { type ChatKey, isSameChat, keyText } from './chat-key.ts'
import { endedChats, myChats } from './chat-queries.ts'
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
  const mine = useLive(myChats)
  const ended = useLive(() => endedChats(limit), [limit])
  const drafts = useLive(draftTexts)
  if (!mine || !ended || !drafts) return <Loading label={texts.chats.loading} />
  if (!mine.length && !ended.length) return <Empty icon="chat" title={texts.chats.none} text={texts.chats.noneText} />

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
      {mine.length > 0 && list(texts.chats.mine, mine)}
      {ended.length > 0 && <h3>{texts.chats.ended}</h3>}
      {ended.length > 0 &&
        list(texts.chats.ended, ended, ended.length === limit ? () => setLimit(limit + pageSize) : undefined)}
    </div>
  )
}

const draftTexts = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await db.drafts.toArray()).map((draft) => [keyText(draft), draft.text]))
