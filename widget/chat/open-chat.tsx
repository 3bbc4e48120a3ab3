import { render } from 'preact'
import { chooseLanguage, directionOf, type Language } from '#shared/i18n/languages.ts'
import { createTranslate } from '#shared/i18n/translate.ts'
import type { TextKey } from '#shared/i18n/widget/all-texts.ts'
import { en } from '#shared/i18n/widget/en.ts'
import { type WholeDictionary, widgetDictionaries } from '#shared/i18n/widget/load.ts'
import { readConfig } from '#shared/widget-config/config.ts'
import { isVisible } from '../boot/is-visible.ts'
import type { Visit } from '../boot/visit.ts'
import { watchAvailability } from './availability.ts'
import { hasBegun } from './has-begun.ts'
import { isInvited } from './is-invited.ts'
import { keepingFocus } from './keeping-focus.ts'
import { lazyPart } from './lazy-part.ts'
import { createOthers } from './others.ts'
import { Panel } from './Panel.tsx'
import { createSender } from './sender.ts'
import { adoptStyle } from './style.ts'
import type { View } from './view.ts'

export interface OpenedChat {
  /** For a visitor who opened it. */
  focus(): void
}

/** Shows the chat in this frame and keeps it up to date from now on. */
export async function openChat(visit: Visit): Promise<OpenedChat> {
  const { config, problems } = readConfig(visit.config)
  const asksMore = ['group', 'rules', 'groupChoice', 'description', 'fields'].some((key) => key in config)
  const { said } = visit
  for (const problem of problems) console.warn('Deskbell:', problem)
  adoptStyle(config)
  let language: Language = 'en'
  let dictionary = await widgetDictionaries.en()
  const sender = createSender(
    visit,
    () => ({ page: visit.page, language, ...beginning.now()?.details() }),
    () => beginning.now()?.form()?.ready(),
  )
  const others = createOthers(visit)
  const availability = watchAvailability(visit)
  const come = () => {
    t = words()
    draw()
  }
  const conversation = lazyPart(async () => (await import('./open-conversation.ts')).openConversation(), come)
  const waiting = lazyPart(async () => (await import('../waiting/open-waiting.ts')).openWaiting(visit, sender), come)
  const beginning = lazyPart(
    async () =>
      (await import('../beginning/open-beginning.ts')).openBeginning(
        visit,
        config,
        sender,
        come,
        () => import('../beginning/form/open-form.ts'),
      ),
    come,
  )
  const calls = lazyPart(async () => (await import('../calls/open-calls.ts')).openCalls(visit, sender), come)
  const privacy = lazyPart(async () => (await import('../privacy/open-privacy.ts')).openPrivacy(visit), come)
  const history = lazyPart(async () => (await import('../history/open-history.ts')).openHistory(visit), come)
  let t = words()

  function words(): View['t'] {
    // What is missing before a part is there is asked for by that part alone.
    const whole = {
      ...waiting.now()?.texts,
      ...beginning.now()?.texts,
      ...privacy.now()?.texts,
      ...history.now()?.texts,
      ...dictionary,
    }
    return createTranslate<TextKey>(language, whole as WholeDictionary, config.texts)
  }

  async function speak() {
    const wanted = chooseLanguage(visit.languages, widgetDictionaries)
    if (wanted === language) return
    // Without its dictionary (no connection) the panel speaks English rather than nothing.
    dictionary = await widgetDictionaries[wanted]().catch(() => en)
    language = wanted
    t = words()
  }

  /** Asks for what this moment needs besides the panel itself. */
  function follow() {
    // Whoever reads the form needs it next, also when the connection is lost meanwhile.
    conversation.want()
    const begins = !hasBegun({ visit, sender })
    const seen = visit.look() === 'open' && isVisible() && visit.connected()
    availability.follow(begins && seen ? (beginning.now()?.group() ?? '') : null)
    const away = begins && availability.known()?.available === false
    if (visit.now().last || away || said.way === 'callback') waiting.want()
    if (away || asksMore || said.identify || said.fields || isInvited(visit.now())) beginning.want()
    if ('start' in said || 'end' in said || said.way) calls.want()
  }

  const showData = () => {
    history.now()?.show(false)
    privacy.want().then(() => privacy.now()?.show(true))
  }
  const showHistory = () => {
    privacy.now()?.show(false)
    // What is told in the log besides messages.
    waiting.want()
    history.want().then(() => history.now()?.show(true))
  }

  function draw() {
    const root = document.documentElement
    root.lang = language
    root.dir = directionOf(language)
    document.title = t('chat')
    const known = {
      availability: availability.known(),
      conversation: conversation.now(),
      beginning: beginning.now(),
      waiting: waiting.now(),
      history: history.now(),
      privacy: privacy.now(),
    }
    const view = { visit, sender, others, config, asksMore, language, t, showHistory, showData, ...known }
    keepingFocus(() => render(<Panel view={view} />, document.body))
    calls.now()?.(view)
  }

  await speak()
  if (hasBegun({ visit, sender })) await conversation.want()
  if (asksMore || said.identify || said.fields) await beginning.want()
  draw()
  follow()
  visit.onChange(() => {
    draw()
    follow()
    if (chooseLanguage(visit.languages, widgetDictionaries) !== language) speak().then(draw)
  })
  return {
    // Not before the frame is drawn: what a hidden frame holds takes no focus, and the page's word that it shows may come later.
    focus: () => requestAnimationFrame(() => document.querySelector<HTMLElement>('input,textarea,.primary')?.focus()),
  }
}
