import { texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'

interface Props {
  /** Why the chat cannot be shown; nothing while it is fetched. */
  readonly problem: string | undefined
  readonly onBack: () => void
}

const t = texts.conversation

/** In place of a chat that is being fetched, or cannot be. */
export const MissingChat = ({ problem, onBack }: Props) =>
  problem ? (
    <Empty icon="warning" title={texts.attention.followUps.missing} text={problem}>
      <Button onClick={onBack}>{t.back}</Button>
    </Empty>
  ) : (
    <Loading label={texts.chats.loading} />
  )
