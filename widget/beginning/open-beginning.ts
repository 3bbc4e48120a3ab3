import type { Beginning } from '#shared/client/outbox.ts'
import type { Group } from '#shared/contract/groups.ts'
import { enBeginning } from '#shared/i18n/widget/en-beginning.ts'
import { readMore } from '#shared/widget-config/more-config.ts'
import type { Visit } from '../boot/visit.ts'
import { Away } from './Away.tsx'
import style from './Beginning.css?inline'
import { detailsNow, groupNow } from './details.ts'
import { Fields } from './Fields.tsx'
import { Invitation } from './Invitation.tsx'
import { fetchOfferedGroups } from './offered-groups.ts'

/** What beginning a chat takes where that is more than a name: nobody is there, something is asked, an agent invites. */
export interface BeginningPart {
  readonly texts: typeof enBeginning
  readonly Away: typeof Away
  readonly Fields: typeof Fields
  readonly Invitation: typeof Invitation
  /** The groups that the visitor may choose from (W12); none while they are not known. */
  readonly groups: () => readonly Group[]
  /** Whether the visitor is asked what it is about (W16). */
  readonly describes: boolean
  /** The group that a chat begun now goes to; empty: Everyone. */
  readonly group: () => string
  /** What a chat begun now begins with besides its page and language. */
  readonly details: () => Partial<Beginning>
}

/** @param given settings as the page gave it */
export function openBeginning(visit: Visit, given: object): BeginningPart {
  const { config, problems } = readMore(given)
  for (const problem of problems) console.warn('Deskbell:', problem)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  return {
    texts: enBeginning,
    Away,
    Fields,
    Invitation,
    groups: fetchOfferedGroups(visit, config),
    describes: config.description === 'ask',
    group: () => groupNow(visit, config),
    details: () => detailsNow(visit, config),
  }
}
