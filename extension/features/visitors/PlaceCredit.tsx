import { placeCredit } from '#shared/contract/visits.ts'
import { texts } from '../../i18n/texts.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import './PlaceCredit.css'

/** Whose data the places are: their licence wants it said wherever they are shown. */
export const PlaceCredit = () => (
  <a class="place-credit" href={placeCredit.url} target="_blank" rel="noopener noreferrer" lang="en">
    {placeCredit.text}
    <VisuallyHidden> ({texts.conversation.linkOpens})</VisuallyHidden>
  </a>
)
