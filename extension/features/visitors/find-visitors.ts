import { visitorName } from '../../i18n/visitor-name.ts'
import type { VisitorView } from './use-visitors.ts'
import { standingOf } from './visitor-standing.ts'
import { deviceName, placeName, referrerName } from './visitor-words.ts'

export interface Wanted {
  readonly text: string
  readonly notInChat: boolean
  /** An address, without query and fragment. */
  readonly page: string | null
}

export const everybody: Wanted = { text: '', notInChat: false, page: null }

export const isFiltering = ({ text, notInChat, page }: Wanted): boolean =>
  text.trim() !== '' || notInChat || page !== null

/** Those in whose card every word stands that was asked for. */
export function findVisitors(views: readonly VisitorView[], { text, notInChat, page }: Wanted): readonly VisitorView[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return views.filter(
    (view) =>
      (page === null || pageOf(view) === page) &&
      words.every((word) => textOf(view).includes(word)) &&
      !(notInChat && standingOf(view.row, view.chat).kind === 'in-chat'),
  )
}

function pageOf({ row: { seen } }: VisitorView): string {
  const url = URL.parse(seen.page.url)
  return url ? url.origin + url.pathname : seen.page.url
}

function textOf({ row: { seen } }: VisitorView): string {
  const { visitor, page, referrer, place, device } = seen
  return [
    visitorName(visitor),
    page.title,
    page.url,
    referrerName(referrer),
    place && placeName(place),
    deviceName(device),
  ]
    .join('\n')
    .toLocaleLowerCase()
}
