import type { Beginning } from '#shared/client/outbox.ts'
import type { Group } from '#shared/contract/groups.ts'
import { enBeginning } from '#shared/i18n/widget/en-beginning.ts'
import { readMore } from '#shared/widget-config/more-config.ts'
import type { Visit } from '../boot/visit.ts'
import { lazyPart } from '../chat/lazy-part.ts'
import type { Sender } from '../chat/sender.ts'
import { Away } from './Away.tsx'
import style from './Beginning.css?inline'
import { detailsNow, groupNow } from './details.ts'
import { Fields } from './Fields.tsx'
import type { Form } from './form/open-form.ts'
import { Invitation } from './Invitation.tsx'
import { fetchOfferedGroups } from './offered-groups.ts'

/** What beginning a chat takes where that is more than a name: nobody is there, something is asked, an agent invites. */
export interface BeginningPart {
  readonly texts: typeof enBeginning & Partial<Form['texts']>
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
  /** Comes where the owner asks something (W9), or the page has said who the visitor is (W11). */
  readonly form: () => Form | null
}

/**
 * @param given settings as the page gave it
 * @param come called when more of it has come than there was at first
 */
export async function openBeginning(
  visit: Visit,
  given: object,
  sender: Sender,
  come: () => void,
  loadForm: () => Promise<typeof import('./form/open-form.ts')>,
): Promise<BeginningPart> {
  const { config, problems } = readMore(given)
  for (const problem of problems) console.warn('Deskbell:', problem)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  const form = lazyPart(async () => (await loadForm()).openForm(visit, sender, given), come)
  const follow = async () => {
    if ('fields' in given || visit.said.identify || visit.said.fields) await form.want()
  }
  await follow()
  visit.onChange(follow)
  return {
    get texts() {
      return { ...enBeginning, ...form.now()?.texts }
    },
    Away,
    Fields,
    Invitation,
    groups: fetchOfferedGroups(visit, config),
    describes: config.description === 'ask',
    group: () => groupNow(visit, config),
    details() {
      const fields = form.now()?.given() ?? []
      return { ...detailsNow(visit, config), ...(fields.length && { fields }) }
    },
    form: form.now,
  }
}
