import { duration } from '../../i18n/times.ts'
import { clock } from '../../live/clock.ts'

interface Props {
  /** ms since 1970, by this browser's clock. */
  readonly at: number
  readonly words: (time: string) => string
}

/** How long something has lasted; it ticks by itself, and nothing around it is drawn anew. */
export const Since = ({ at, words }: Props) => <bdi class="since">{words(duration(clock.value - at))}</bdi>
