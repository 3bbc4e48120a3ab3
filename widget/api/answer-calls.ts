import { leaving } from '../loader/flags.ts'
import type { PageParts } from '../loader/page-parts.ts'
import type { Facts } from '../panel/open-panel.ts'
import { createApi } from './create-api.ts'
import { createEvents, type Emit } from './create-events.ts'
import { createTurns, type Turn } from './open-list.ts'

/** Answers the page's calls from now on, those first that waited (W33). Gives what tells the page's listeners of an event. */
export function answerCalls(parts: PageParts): Emit {
  const { config, launcher, state, facts, later, isThere, goOn, chatting, openHere } = parts
  const { emit, on, off } = createEvents()
  const { hostElement: host } = launcher
  const appear = () => {
    state.off = host.hidden = false
  }
  const know = (verb: keyof Facts, said: object) => {
    facts[verb] = JSON.stringify(said)
    if (isThere()) later('pass', verb)
  }
  const inList = createTurns(parts)
  const turn = (verb: Turn) => () => {
    if (verb !== 'close') appear()
    const go = () => {
      if (!inList(verb) && (verb !== 'close' || isThere())) later(verb)
    }
    // The page may be quicker than the owner's channels.
    if (config.channels && !state.list) state.asked = go
    else go()
  }
  createApi({
    __proto__: null,
    on,
    off,
    open: turn('open'),
    close: turn('close'),
    toggle: turn('toggle'),
    start(text = '') {
      const words = text.trim()
      appear()
      later('start', words)
    },
    end() {
      if (state.off || !isThere()) return 'finds no chat on this page'
      return void later('end')
    },
    identify: (who: object) => know('identify', who),
    fields: (more: object) => know('fields', { ...JSON.parse(facts.fields || '{}'), ...more }),
    language(tag: string) {
      state.language = tag.trim()
      launcher.speak()
      if (isThere()) later('translate')
    },
    show() {
      appear()
      goOn()
    },
    hide() {
      host.hidden = true
    },
    shutdown() {
      facts.identify = facts.fields = ''
      openHere(null)
      if (isThere() || chatting() !== null) {
        // Until it is done: this page may be left at once, or the connection be gone.
        chatting(leaving)
        later('shutdown')
      }
      state.off = host.hidden = true
    },
  })
  return emit
}
