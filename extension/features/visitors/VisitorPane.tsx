import type { OnlineVisitor } from '#shared/contract/visits.ts'
import type { Chat } from '#shared/domain/chat/chat.ts'
import type { VisitRow } from '../../core/db.ts'
import { texts } from '../../i18n/texts.ts'
import { Dot } from '../../ui/Dot.tsx'
import { PageLink } from '../chats/PageLink.tsx'
import { webAddress } from '../chats/web-address.ts'
import { toneOfDot } from '../status/status-words.ts'
import { IdentityFacts } from './IdentityFacts.tsx'
import { Known } from './Known.tsx'
import { PlaceCredit } from './PlaceCredit.tsx'
import { SaidFields } from './SaidFields.tsx'
import { Since } from './Since.tsx'
import { deviceName, placeName, referrerName } from './visitor-words.ts'
import './VisitorPane.css'

interface Props {
  readonly id: string
  readonly chat: Chat
  /** Nothing while nobody knows. */
  readonly visit: VisitRow | null
}

const t = texts.visitors
const p = t.pane

/** What is known of the visitor of a chat (A10), beside the chat itself: who they are, where they are now, came from, and were before. */
export function VisitorPane({ id, chat, visit }: Props) {
  const seen = visit?.seen ?? null
  const identity = visit?.identity ?? chat.identity
  const said = chat.fields ?? []
  const saidEarlier = (visit?.fields ?? []).filter(({ key }) => !said.some((field) => field.key === key))
  return (
    <section class="visitor-pane" id={id} aria-label={p.show}>
      {!visit && <p class="note">{p.unknown}</p>}
      <dl>
        {identity && <IdentityFacts name={chat.visitor.name} identity={identity} />}
        {visit && (
          <Known term={p.status}>
            <Dot tone={toneOfDot[seen?.dot ?? 'black']} /> {seen ? t.dots[seen.dot] : p.gone}
          </Known>
        )}
        {visit && seen && <Here seen={seen} ahead={visit.ahead} />}
        {!seen && (
          <Known term={p.began}>
            <PageLink page={chat.page} />
          </Known>
        )}
        <Known term={p.language}>{t.language(seen?.language ?? chat.language)}</Known>
        {visit && <Known term={p.chats}>{earlier(visit.chats)}</Known>}
      </dl>
      <SaidFields heading={texts.identity.said} fields={said} />
      <SaidFields heading={texts.identity.saidEarlier} fields={saidEarlier} />
    </section>
  )
}

/** The rest, of one who is on the sites. */
function Here({ seen, ahead }: { readonly seen: OnlineVisitor; readonly ahead: number }) {
  const device = deviceName(seen.device)
  return (
    <>
      <Known term={p.page}>
        <PageLink page={seen.page} />
        <Since at={seen.pageSince + ahead} words={t.onPage} />
      </Known>
      {seen.startPage.url !== seen.page.url && (
        <Known term={p.startPage}>
          <PageLink page={seen.startPage} />
        </Known>
      )}
      <Known term={p.referrer}>
        <From referrer={seen.referrer} />
      </Known>
      <Known term={p.arrived}>
        <Since at={seen.arrivedAt + ahead} words={(time) => time} />
      </Known>
      <Known term={p.seen}>{seen.returning ? p.returning : p.isNew}</Known>
      {seen.place && (
        <Known term={p.place}>
          <p>{placeName(seen.place)}</p>
          <PlaceCredit />
        </Known>
      )}
      {device && <Known term={p.device}>{device}</Known>}
    </>
  )
}

function From({ referrer }: { readonly referrer: string }) {
  const name = referrerName(referrer) ?? t.direct
  const url = webAddress(referrer)
  return url ? <PageLink page={{ url: referrer, title: url.host.endsWith(name) ? '' : name }} /> : <span>{name}</span>
}

/** This one counts, too. */
const earlier = (chats: number) => (chats > 1 ? String(chats - 1) : p.noChats)
