import type { Channel } from '#shared/widget-config/channel.ts'
import type { PanelParts } from '../panel/open-panel.ts'
import type { Later } from './later.ts'

/** What the loader's own part knows and does for those that come later. */
export interface PageParts extends PanelParts {
  /** What the page's calls change (W33). */
  readonly state: PageState
  readonly later: Later
  /** Whether the panel's code has been wanted. */
  readonly isThere: () => boolean
  /** What was open on the last page is open on this one; what was under way goes on behind the button. */
  readonly goOn: () => void
}

interface PageState {
  /** BCP 47, or `auto`. */
  language: string
  /** Since `shutdown`, and until the page wants the widget again, nothing begins by itself. */
  off?: boolean
  /** Where the owner set channels, once they are known. */
  list?: ChannelList
  /** Waits for them. */
  asked?: () => void
}

/** The button's list, for calls of the page's. */
interface ChannelList {
  readonly menu: HTMLElement
  readonly channels: readonly Channel[]
  /** Brings the list up to date, unless it is open; gives the channels that are in it now. */
  readonly offer: () => readonly Channel[]
}
