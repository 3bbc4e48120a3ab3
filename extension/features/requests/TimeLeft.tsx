import type { MyOffer } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { duration } from '../../i18n/times.ts'
import { clock } from '../../live/clock.ts'
import './TimeLeft.css'

/** How long the request still rings here before a colleague is asked; nothing when it rings until somebody takes it. */
export const TimeLeft = ({ offer }: { readonly offer: MyOffer | null }) =>
  offer?.answerBy ? (
    <p class="time-left">{texts.requests.answerWithin(duration(offer.answerBy - clock.value + roundedUp))}</p>
  ) : null

/** The last second says 0:01. */
const roundedUp = 999
