import type { View } from '../chat/view.ts'
import { placeWords } from './words.ts'

/** Where in the queue the visitor is, and how long it may take (R13). */
export function Place({ view }: { readonly view: View }) {
  const place = view.waiting?.place()
  return place?.phase === 'waiting' ? placeWords(place, view).map((words) => <p key={words}>{words}</p>) : null
}
