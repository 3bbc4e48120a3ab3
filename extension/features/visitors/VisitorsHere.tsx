import { useEffect, useState } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import type { AccountRow } from '../../core/db.ts'
import { command } from '../../core/request.ts'
import { texts } from '../../i18n/texts.ts'
import { currentPage } from '../../platform/current-page.ts'
import { Button } from '../../ui/Button.tsx'
import { webAddress } from '../chats/web-address.ts'

interface Props {
  readonly accounts: readonly AccountRow[]
  /** @param page its address, without query and fragment */
  readonly onShow: (page: string) => void
}

/** How many visitors are on the page that the agent looks at, and the way to them (A42); nothing when there are none. */
export function VisitorsHere({ accounts, onShow }: Props) {
  const [here, setHere] = useState<{ readonly page: string; readonly count: number } | null>(null)
  useEffect(() => {
    // Without an answer nothing is said: it is no more than a hint.
    countHere(accounts).then(setHere, () => {})
  }, [])
  if (!here?.count) return null
  return (
    <Button class="visitors-here" look="quiet" icon="visitors" onClick={() => onShow(here.page)}>
      {texts.visitors.onThisPage(here.count)}
    </Button>
  )
}

async function countHere(accounts: readonly AccountRow[]) {
  const url = webAddress((await currentPage()) ?? '')
  if (!url) return null
  const page = url.origin + url.pathname
  if (page.length > limits.url) return null
  const answers = await Promise.all(accounts.map(({ id }) => command('count-on-page', { accountId: id, page })))
  const count = answers.reduce((sum, answer) => sum + (answer.ok ? answer.value.visitors : 0), 0)
  return { page, count }
}
