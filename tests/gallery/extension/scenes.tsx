import type { JSX } from 'preact'
import { Desk } from '../../../extension/surfaces/Desk.tsx'
import { Options } from '../../../extension/surfaces/Options.tsx'
import { Popup } from '../../../extension/surfaces/Popup.tsx'
import { type DeskData, noData } from '../../support/desk-data.ts'
import * as attention from './attention-desks.ts'
import { Components } from './Components.tsx'
import * as desk from './desks.ts'
import { openChat, present, press, typeInto } from './hands.ts'
import * as team from './team-desks.ts'
import * as visitor from './visitor-desks.ts'

export interface Scene {
  readonly place: 'popup' | 'panel' | 'window' | 'page'
  readonly shows: JSX.Element
  readonly data: () => DeskData
  /** What a person does first. */
  readonly then?: () => Promise<void>
}

const popup = (data: Scene['data'], then?: Scene['then']) => scene('popup', <Popup />, data, then)
const panel = (data: Scene['data'], then?: Scene['then']) => scene('panel', <Desk place="panel" />, data, then)
const wide = (data: Scene['data'], then?: Scene['then']) => scene('window', <Desk place="window" />, data, then)
const options = (data: Scene['data'], then?: Scene['then']) => scene('page', <Options />, data, then)
const scene = (place: Scene['place'], shows: JSX.Element, data: Scene['data'], then?: Scene['then']): Scene => ({
  place,
  shows,
  data,
  ...(then && { then }),
})

/** Every state that a person can meet, by the name of its picture. */
export const scenes: Readonly<Record<string, Scene>> = {
  components: scene('page', <Components />, noData),

  'popup-no-server': popup(noData),
  'popup-empty': popup(desk.quiet),
  'popup-requests': popup(desk.busy),
  'popup-offline': popup(desk.offline),
  'popup-signed-out': popup(desk.signedOut),
  'popup-offers': popup(desk.offers),
  'popup-status': popup(desk.severalStatuses, () => press('button', /^My status/)),
  'popup-several-servers': popup(desk.severalServers),

  'panel-no-server': panel(noData),
  'panel-empty': panel(desk.quiet),
  'panel-chats': panel(desk.busy),
  'panel-waiting': panel(desk.busy, () => press('tab', /Waiting/)),
  'panel-waiting-empty': panel(desk.quiet, () => press('tab', /Waiting/)),
  'panel-offers': panel(desk.offers),
  'panel-waiting-offers': panel(desk.offers, () => press('tab', /Waiting/)),
  'panel-status': panel(desk.statusToChoose, () => press('button', /^My status/)),
  'panel-abandoned': panel(desk.followUps, () => press('tab', /Abandoned/)),
  'panel-abandoned-answering': panel(desk.followUps, async () => {
    await press('tab', /Abandoned/)
    await press('button', /^Answer by e-mail$/)
  }),
  'panel-abandoned-empty': panel(desk.quiet, () => press('tab', /Abandoned/)),
  'panel-callbacks': panel(desk.followUps, () => press('tab', /Callbacks/)),
  'panel-team': panel(team.everybody, () => press('tab', /^Team/)),
  'panel-team-asking': panel(team.everybody, async () => {
    await press('tab', /^Team/)
    await press('button', /Mia Chen/)
  }),
  'panel-team-several-servers': panel(team.onSeveralServers, () => press('tab', /^Team/)),
  'panel-team-alone': panel(team.alone, () => press('tab', /^Team/)),
  'panel-active': panel(team.active, () => press('tab', /Waiting/)),
  'panel-observing': panel(team.observing, async () => {
    await press('tab', /Visitors/)
    await press('button', /^What to do with Maria Santos/)
    await press('menuitem', /^Open/)
  }),
  'panel-colleague-asks': panel(team.asked, () => press('tab', /Waiting/)),
  'panel-colleague-chats': panel(team.everybody),
  'panel-colleague-talk': panel(team.talking, () => press('button', /Ben Okoye/)),
  'panel-colleague-unanswered': panel(team.unanswered, () => press('button', /נועה לוי/)),
  'popup-colleague-asks': popup(team.asked),
  'panel-visitors': panel(visitor.visitors, () => press('tab', /Visitors/)),
  'panel-visitors-menu': panel(visitor.visitors, async () => {
    await press('tab', /Visitors/)
    await press('button', /^What to do with Ada/)
  }),
  'panel-visitors-start': panel(visitor.visitors, async () => {
    await press('tab', /Visitors/)
    await press('button', /^Start chat$/)
  }),
  'panel-visitors-none': panel(visitor.noVisitors, () => press('tab', /Visitors/)),
  'panel-visitors-unknown': panel(visitor.unknownVisitors, () => press('tab', /Visitors/)),
  'panel-visitors-of-two': panel(visitor.visitorsOfTwo, () => press('tab', /Visitors/)),
  'panel-callback-chat': panel(attention.callback, async () => {
    await press('tab', /Callbacks/)
    await press('button', /^Ines Duarte$/)
    await present('button', /^Done$/)
  }),
  'panel-due': panel(attention.due, () => press('tab', /Waiting/)),
  'panel-due-chats': panel(attention.due),
  'panel-due-chat': panel(attention.due, () => openChat('Ben Okoye')),
  'panel-filtered': panel(attention.filtered, () => press('tab', /Waiting/)),
  'panel-filtered-out': panel(attention.filteredOut),
  'panel-monitor': panel(attention.monitored, async () => {
    await openChat('Ben Okoye')
    await press('button', /^More$/)
  }),
  'panel-quiet': panel(attention.quiet),
  'popup-quiet': popup(attention.quiet),
  'popup-page-check': popup(desk.quiet, async () => {
    await press('button', /^Check this page$/)
    await present('list', /^What was found$/)
  }),
  'panel-chat-invited': panel(visitor.invited, () => openChat('Ada')),
  'panel-chat-not-begun': panel(visitor.notBegun, () => openChat('Ada')),
  'panel-chat-visitor': panel(visitor.known, async () => {
    await openChat('Ada')
    await press('button', /^About the visitor$/)
  }),
  'panel-request-identified': panel(visitor.identified, () => press('tab', /Waiting/)),
  'panel-several-servers': panel(desk.severalServers),
  'panel-offline': panel(desk.offline),
  'panel-notices': panel(desk.withNotices),
  'panel-chat': panel(desk.busy, () => openChat('Ben Okoye')),
  'panel-chat-quiet': panel(desk.oneChat, () => openChat('Ben Okoye')),
  'panel-chat-unsent': panel(desk.unsent, () => openChat('Ben Okoye')),
  'panel-chat-ending': panel(desk.oneChat, async () => {
    await openChat('Ben Okoye')
    await press('button', /^End chat$/)
  }),
  'panel-chat-leaving': panel(desk.oneChat, async () => {
    await openChat('Ben Okoye')
    await press('button', /^More$/)
    await press('menuitem', /^Leave/)
  }),
  'panel-chat-ends-soon': panel(desk.endsSoon, () => openChat('Ben Okoye')),
  'panel-chat-noted': panel(desk.noted, () => openChat('Ben Okoye')),
  'panel-chat-note': panel(desk.noted, async () => {
    await openChat('Ben Okoye')
    await press('button', /^Change the note$/)
  }),
  'panel-chat-ended': panel(desk.endedChat, () => openChat('Ben Okoye')),
  'panel-chat-long-draft': panel(desk.longDraft, () => openChat('Ben Okoye')),

  'window-chat': wide(desk.busy, () => openChat('Ben Okoye')),
  'window-callbacks': wide(desk.followUps, () => press('tab', /Callbacks/)),
  'window-choose': wide(desk.quietWithChats),
  'window-several-servers': wide(desk.severalServers, () => openChat('Priya')),

  'options-first': options(noData),
  'options-errors': options(noData, async () => {
    await typeInto(/Server address/, 'http://chat.example.org')
    await press('button', /^Sign in$/)
  }),
  'options-several': options(desk.severalServers),
  'options-quiet': options(attention.quiet),
  'options-remove': options(desk.severalServers, () => press('button', /^Remove$/)),

  'options-agents': options(desk.administration, () => present('button', /^Add an agent$/)),
  'options-agent-adding': options(desk.administration, async () => {
    await press('button', /^Add an agent$/)
    await press('button', /^Save$/)
  }),
  'options-agent-leaving': options(desk.administration, async () => {
    await press('button', /^Edit$/)
    await typeInto(/^Chats at once/, '7')
    await press('button', /^Cancel$/)
  }),
  'options-groups': options(desk.administration, () => press('tab', /^Groups/)),
  'options-group-removing': options(desk.administration, async () => {
    await press('tab', /^Groups/)
    await press('button', /^Remove$/, -1)
  }),
  'options-group-new': options(desk.administration, async () => {
    await press('tab', /^Groups/)
    await press('button', /^Add a group$/)
  }),
  'options-group-hours': options(desk.administration, () => openSales()),
  'options-group-problems': options(desk.administration, async () => {
    await openSales()
    await typeInto(/^Time zone$/, 'Mars/Olympus')
    await typeInto(/^Friday to$/, '08:00')
    await typeInto(/^Time to answer$/, '5')
    await press('button', /^Copy Monday to other days$/)
    await press('button', /^Save$/)
  }),
  'options-statuses': options(desk.administration, () => press('tab', /^Statuses/)),
}

async function openSales() {
  await press('tab', /^Groups/)
  await press('button', /^Edit$/, -1)
}
