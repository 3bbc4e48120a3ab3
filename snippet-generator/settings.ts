import { effect, signal } from '@preact/signals'
import { frameDefaults } from '#shared/widget-config/differences.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { readAddress, type Tab, writeAddress } from './address.ts'

export type Notice = { readonly text: string; readonly undo?: FrameConfig }
export type Settings = ReturnType<typeof createSettings>

/** Safari refuses more than a hundred changes of the address in 30 seconds, so a word typed is one change. */
const ADDRESS_DELAY = 400

/** What the owner has chosen so far. It lives in the address alone: nothing is stored (G2). */
export function createSettings(page: Window) {
  const first = readAddress(page.location.hash)
  const config = signal(first.config)
  const tab = signal<Tab>(first.tab)
  const notice = signal(noticeOf(first.refused))

  let waiting = 0
  const stop = effect(() => {
    const hash = writeAddress({ tab: tab.value, config: config.value })
    page.clearTimeout(waiting)
    waiting = page.setTimeout(() => page.history.replaceState(null, '', addressWith(page, hash)), ADDRESS_DELAY)
  })

  page.addEventListener('hashchange', () => {
    const asked = readAddress(page.location.hash)
    config.value = asked.config
    tab.value = asked.tab
    notice.value = noticeOf(asked.refused)
  })

  return {
    config,
    tab,
    notice,
    stop,
    change: (part: Partial<FrameConfig>) => {
      config.value = { ...config.value, ...part }
      notice.value = null
    },
    reset: () => {
      notice.value = { text: 'All settings are back at their defaults.', undo: config.value }
      config.value = frameDefaults
    },
    undo: (before: FrameConfig) => {
      config.value = before
      notice.value = null
    },
    address: () =>
      new URL(addressWith(page, writeAddress({ tab: tab.value, config: config.value })), page.location.href).href,
  }
}

const addressWith = ({ location }: Window, hash: string) =>
  `${location.pathname}${location.search}${hash === '' ? '' : `#${hash}`}`

function noticeOf(refused: readonly string[]): Notice | null {
  if (refused.length === 0) return null
  return { text: `Some of what the address asks for cannot be used and is left at its default: ${refused.join(', ')}.` }
}
