import type { QueuePlace } from '#shared/contract/answers.ts'
import type { Fallback } from '#shared/contract/events.ts'
import { panelPaths } from '#shared/contract/panel-paths.ts'
import { enWaiting } from '#shared/i18n/widget/en-waiting.ts'
import type { Visit } from '../boot/visit.ts'
import { agentsIn } from '../chat/agents-in.ts'
import type { Sender } from '../chat/sender.ts'
import { afterTheEnd } from './after-the-end.ts'
import { dropRefused } from './asking.ts'
import { Choices } from './Choices.tsx'
import { choose, chosenWay, forgetTaken } from './draft.ts'
import { Line } from './Line.tsx'
import { OtherWay } from './OtherWay.tsx'
import { Place } from './Place.tsx'
import { watchQueue } from './queue-watch.ts'
import style from './Waiting.css?inline'
import { closedWords } from './words.ts'

/** What a chat needs once it has begun: the place in the queue, other ways than waiting, its end, and its going on. */
export interface Waiting {
  readonly texts: typeof enWaiting
  /** What the server said last; nothing before it did. */
  place(): QueuePlace | null
  /** Whether the visitor goes on with an ended chat by writing, as far as the server said. */
  reopens(): boolean
  /** Opens the form of a way, also where no chat has begun; or goes back to the chat. */
  choose(way: Fallback | null): void
  readonly closedWords: typeof closedWords
  /** The way whose form is open. */
  choosing(): Fallback | null
  readonly Line: typeof Line
  readonly Place: typeof Place
  readonly Choices: typeof Choices
  readonly Form: typeof OtherWay
}

/** Follows the visit from now on. */
export function openWaiting(visit: Visit, sender: Sender): Waiting {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  const queue = watchQueue({ ...visit, ...visit.sessions.client(panelPaths) })
  const follow = () => {
    queue.follow()
    forgetTaken(visit)
    const { ended, events } = visit.now()
    if (visit.leads()) afterTheEnd(visit, sender)
    // A no that has no place to be told any more.
    if (ended) dropRefused({ sender })
    else if (agentsIn(events).length) dropRefused({ sender }, ['requestCallback', 'leaveMessage'])
  }
  visit.onChange(follow)
  follow()
  return {
    texts: enWaiting,
    place: queue.place,
    reopens: () => visit.now().ended && (queue.place()?.reopenFor ?? null) !== null,
    choose: (way) => choose(visit, way),
    closedWords,
    choosing: () => chosenWay(visit),
    Line,
    Place,
    Choices,
    Form: OtherWay,
  }
}
