import { vi } from 'vitest'
import { answerCalls } from '../../widget/api/answer-calls.ts'
import type { Deskbell } from '../../widget/deskbell.d.ts'
import { chatting, openHere } from '../../widget/loader/flags.ts'
import type { PageParts } from '../../widget/loader/page-parts.ts'

export const page = window as { Deskbell?: Deskbell | undefined }

/** The page's side of the widget; `done` is what it asked of the panel, whose code is there once something was wanted of it. */
export function aPage({ panel = false, config = {} } = {}) {
  const done: unknown[][] = []
  const told = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const hostElement = document.createElement('div')
  const state: PageParts['state'] = { language: 'auto', off: false }
  const facts = { identify: '', fields: '' }
  const button = document.createElement('button')
  const shadow = document.createElement('div').attachShadow({ mode: 'open' })
  const parts = {
    config,
    launcher: { hostElement, button, shadow, speak: () => done.push(['speak']) },
    state,
    facts,
    later: async (...call: unknown[]) => {
      panel = true
      done.push(call)
    },
    isThere: () => panel,
    goOn: () => done.push(['goOn']),
    chatting,
    openHere,
  } as unknown as PageParts
  return { answer: () => answerCalls(parts), done, told, hostElement, state, facts, button }
}

/** As a page calls: whatever it likes. */
export const call = (...values: unknown[]) => (page.Deskbell as (...values: unknown[]) => unknown)(...values)
