import { render } from 'preact'
import { chooseLanguage, directionOf, type Language } from '#shared/i18n/languages.ts'
import { createTranslate } from '#shared/i18n/translate.ts'
import type { TextKey } from '#shared/i18n/widget/all-texts.ts'
import { en } from '#shared/i18n/widget/en.ts'
import { widgetDictionaries } from '#shared/i18n/widget/load.ts'
import { readConfig } from '#shared/widget-config/config.ts'
import type { Visit } from '../boot/visit.ts'
import type { Waiting } from '../waiting/open-waiting.ts'
import { keepingFocus } from './keeping-focus.ts'
import { Panel } from './Panel.tsx'
import { createSender } from './sender.ts'
import { adoptStyle } from './style.ts'
import type { View } from './view.ts'

/** Shows the chat in this frame and keeps it up to date from now on. */
export async function openChat(visit: Visit): Promise<void> {
  const { config } = readConfig(visit.config)
  adoptStyle(config.color)
  const sender = createSender(visit)
  let language: Language = 'en'
  let dictionary = await widgetDictionaries.en()
  let waiting: Waiting | null = null
  let fetching = false
  let t = words()

  function words(): View['t'] {
    // What is missing before `waiting` is there is asked for by `waiting` alone.
    const whole = { ...waiting?.texts, ...dictionary } as Required<typeof dictionary> & Waiting['texts']
    return createTranslate<TextKey>(language, whole, config.texts)
  }

  async function speak() {
    const wanted = chooseLanguage(visit.languages, widgetDictionaries)
    if (wanted === language) return
    // Without its dictionary (no connection) the panel speaks English rather than nothing.
    dictionary = await widgetDictionaries[wanted]().catch(() => en)
    language = wanted
    t = words()
  }

  /** Comes once there is something to wait for; what fails is tried again at the next change. */
  async function fetchWaiting() {
    if (waiting || fetching || !visit.now().last) return
    fetching = true
    try {
      const { openWaiting } = await import('../waiting/open-waiting.ts')
      waiting = openWaiting(visit, sender)
      t = words()
      draw()
    } catch {
      // No connection: the chat goes on without it.
    }
    fetching = false
  }

  function draw() {
    const root = document.documentElement
    root.lang = language
    root.dir = directionOf(language)
    document.title = t('chat')
    keepingFocus(() => render(<Panel view={{ visit, sender, language, waiting, t }} />, document.body))
  }

  await speak()
  draw()
  fetchWaiting()
  visit.onChange(() => {
    draw()
    fetchWaiting()
    if (chooseLanguage(visit.languages, widgetDictionaries) !== language) speak().then(draw)
  })
}
