import { render } from 'preact'
import { chooseLanguage, directionOf, type Language } from '#shared/i18n/languages.ts'
import { createTranslate } from '#shared/i18n/translate.ts'
import { en } from '#shared/i18n/widget/en.ts'
import { widgetDictionaries } from '#shared/i18n/widget/load.ts'
import { readConfig } from '#shared/widget-config/config.ts'
import type { Visit } from '../boot/visit.ts'
import { keepingFocus } from './keeping-focus.ts'
import { Panel } from './Panel.tsx'
import { createSender } from './sender.ts'
import { adoptStyle } from './style.ts'

/** Shows the chat in this frame and keeps it up to date from now on. */
export async function openChat(visit: Visit): Promise<void> {
  const { config } = readConfig(visit.config)
  adoptStyle(config.color)
  const sender = createSender(visit)
  let language: Language = 'en'
  let t = createTranslate(language, en, config.texts)

  async function speak() {
    const wanted = chooseLanguage(visit.languages, widgetDictionaries)
    if (wanted === language) return
    // Without its dictionary (no connection) the panel speaks English rather than nothing.
    const dictionary = await widgetDictionaries[wanted]().catch(() => en)
    language = wanted
    t = createTranslate(language, dictionary, config.texts)
  }

  function draw() {
    const root = document.documentElement
    root.lang = language
    root.dir = directionOf(language)
    document.title = t('chat')
    keepingFocus(() => render(<Panel view={{ visit, sender, language, t }} />, document.body))
  }

  await speak()
  draw()
  visit.onChange(() => {
    draw()
    if (chooseLanguage(visit.languages, widgetDictionaries) !== language) speak().then(draw)
  })
}
