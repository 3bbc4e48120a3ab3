import type { Page } from '#shared/contract/events.ts'
import { tabLease } from '#shared/contract/tab-lease.ts'
import type { VisitId, VisitState } from '#shared/contract/visits.ts'
import { uuid } from '../uuid.ts'
import { onShown } from './on-shown.ts'
import type { Sessions } from './session.ts'

interface PresenceParts {
  readonly sessions: Sessions
  readonly page: () => Page
  readonly referrer: string
  readonly changed: () => void
  readonly onRefusal: (error: unknown) => void
}

/** Tells the server that this tab is here, on which page, and whether its visitor is at it (P3). */
export function createPresence({ sessions, page, referrer, changed, onRefusal }: PresenceParts) {
  const visitId = idOfThisTab()
  let signOfLife = Date.now()
  let told = ''
  let here = true
  let timer: ReturnType<typeof setTimeout> | undefined

  const state = () => (Date.now() - signOfLife < tabLease.awayAfter ? 'active' : 'away')

  function tell(state: VisitState) {
    sessions.api
      .reportVisit(
        { body: { visitId, page: page(), referrer, state, language: navigator.language } },
        { keepalive: state === 'gone' },
      )
      .catch(onRefusal)
  }

  function leave() {
    if (told) tell('gone')
    told = ''
    clearTimeout(timer)
  }

  onShown(
    () => {
      here = true
      changed()
    },
    () => {
      here = false
      leave()
    },
  )

  return {
    leave,
    /** The visitor moved, typed or touched, on the page or in here. */
    live() {
      const wasAway = state() === 'away'
      signOfLife = Date.now()
      if (wasAway) changed()
    },
    /** Tells what is new, and the same again before the server takes this tab for gone. */
    follow() {
      const session = sessions.current()
      const news = session ? session.visitor.id + state() + page().url + page().title : ''
      if (news === told || !here) return
      told = news
      clearTimeout(timer)
      if (!session) return
      timer = setTimeout(() => {
        told = ''
        changed()
      }, tabLease.renewEvery)
      tell(state())
    },
  }
}

/** The same on every page of the site that this tab shows, where the browser lets it be kept. */
function idOfThisTab(): VisitId {
  const made = uuid()
  try {
    sessionStorage['deskbell:visit'] ??= made
    return sessionStorage['deskbell:visit']
  } catch {
    return made as VisitId
  }
}
