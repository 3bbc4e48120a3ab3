import { computed, effect, signal } from '@preact/signals'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { type OpenWidget, readAddress, type Tab, writeAddress } from './address.ts'
import { changedPath, isWrittenByAndBy } from './history/changed-path.ts'
import { begin, change, type History, redo, undo } from './history/history.ts'
import { sameValue } from './same-value.ts'
import { settingName } from './setting-names.ts'
import { configJson } from './snippet.ts'

export type Settings = ReturnType<typeof createSettings>

/** Safari refuses more than a hundred changes of the address in 30 seconds, so a word typed is one change. */
const ADDRESS_DELAY = 400

/** What the owner has chosen so far. It lives in the address alone: nothing is stored (G2). */
export function createSettings(page: Window) {
  const first = readAddress(page.location.hash)
  const history = signal<History<FrameConfig>>(begin(first.config))
  const config = computed(() => history.value.present)
  const tab = signal<Tab>(first.tab)
  const widget = signal<OpenWidget | undefined>(first.widget)
  const address = () => writeAddress({ tab: tab.value, config: config.value, widget: widget.value })
  /** What the page has to say about the settings as a whole. */
  const notice = signal(wordsFor(first.refused))

  let waiting = 0
  const stop = effect(() => {
    const hash = address()
    page.clearTimeout(waiting)
    waiting = page.setTimeout(() => page.history.replaceState(null, '', addressWith(page, hash)), ADDRESS_DELAY)
  })

  /** @param what was changed, as far as one path says it */
  const goTo = (next: FrameConfig, what: string, isWritten: boolean) => {
    if (!sameValue(config.value, next)) history.value = change(history.value, next, what, performance.now(), isWritten)
  }
  /** A step of its own, however soon it follows: nobody writes a whole configuration letter by letter. */
  const replace = (next: FrameConfig, words: string) => {
    goTo(next, changedPath(config.value, next), false)
    notice.value = words
  }

  page.addEventListener('hashchange', () => {
    const asked = readAddress(page.location.hash)
    if (configJson(asked.config) !== configJson(config.value)) replace(asked.config, '')
    tab.value = asked.tab
    widget.value = asked.widget
    notice.value = wordsFor(asked.refused)
  })

  return {
    config,
    tab,
    /** The saved widget that was loaded or saved last. */
    widget,
    notice,
    stop,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    change: (part: Partial<FrameConfig>) => {
      const next = { ...config.value, ...part }
      const what = changedPath(config.value, next)
      goTo(next, what, isWrittenByAndBy(what))
      notice.value = ''
    },
    /** Another configuration as a whole; like every change it can be undone. @param words that say what happened */
    replace,
    reset: () => replace(frameDefaults, 'All settings are back at their defaults.'),
    undo: () => {
      const step = history.value.past.at(-1)
      history.value = undo(history.value)
      notice.value = step ? `Undone: ${stepName(step.what)}.` : 'Nothing is left to undo.'
    },
    redo: () => {
      const [step] = history.value.future
      history.value = redo(history.value)
      notice.value = step ? `Done again: ${stepName(step.what)}.` : 'Nothing is left to do again.'
    },
    address: () => new URL(addressWith(page, address()), page.location.href).href,
  }
}

const addressWith = ({ location }: Window, hash: string) =>
  `${location.pathname}${location.search}${hash === '' ? '' : `#${hash}`}`

const stepName = (what: string) => (what === '' ? 'several settings at once' : settingName(what))

function wordsFor(refused: readonly string[]): string {
  if (refused.length === 0) return ''
  return `Some of what the address asks for cannot be used and is left at its default: ${refused.join(', ')}.`
}
