import { db, type Notice, type NoticeRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { visitorName } from '../../i18n/visitor-name.ts'
import { useLive } from '../../live/use-live.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { type ChatKey, isSameChat } from '../chats/chat-key.ts'

interface Props {
  /** The chat on the screen: it tells of its unsent messages itself. */
  readonly openChat: ChatKey | null
  readonly onOpen: (chat: ChatKey) => void
}

const shownAtOnce = 3
const t = texts.notices

/** What happened without the agent's doing (R3), and what came back (S8): until they have seen it, on any surface. */
export function Notices({ openChat, onOpen }: Props) {
  const rows = useLive(() => db.notices.orderBy('at').limit(shownAtOnce).toArray())
  const news = rows?.filter((row) => row.notice.type !== 'not-sent' || !isAbout(row, openChat))
  return (
    <>
      {news?.map((row) => (
        <NoticeBanner key={row.id} row={row} onOpen={onOpen} />
      ))}
    </>
  )
}

function NoticeBanner({ row, onOpen }: { readonly row: NoticeRow; readonly onOpen: Props['onOpen'] }) {
  const { accountId, chatId, notice } = row
  const isUnsent = notice.type === 'not-sent' && chatId
  const action = isUnsent
    ? { words: t.show, onClick: () => onOpen({ accountId, chatId }) }
    : { words: t.dismiss, onClick: () => db.notices.delete(row.id) }
  return (
    <Banner
      icon={notice.type === 'taken-by-other' ? 'bell' : 'warning'}
      tone={notice.type === 'taken-by-other' ? 'info' : 'warn'}
      actions={
        <Button look="link" onClick={action.onClick}>
          {action.words}
        </Button>
      }
    >
      {wordsOf(notice)}
    </Banner>
  )
}

function wordsOf(notice: Notice): string {
  const visitor = visitorName({ name: notice.visitor })
  switch (notice.type) {
    case 'taken-by-other':
      return t.taken(notice.agent, visitor)
    case 'refused':
      return t.refused(visitor, notice.message)
    case 'not-sent':
      return t.notSent(visitor, notice.message)
  }
}

const isAbout = ({ accountId, chatId }: NoticeRow, chat: ChatKey | null) =>
  chat !== null && chatId !== null && isSameChat({ accountId, chatId }, chat)
