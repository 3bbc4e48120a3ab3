import { pageLimits } from '#shared/contract/page-limits.ts'
import type { OpenedChat } from '../chat/open-chat.tsx'
import { dispatch, greeting, type Say, signsOfLife, type ToHost } from '../protocol.ts'
import { openBrowser } from './browser.ts'
import { createVisit, type Look, type Visit } from './visit.ts'

let begun = false
let ignored = 0
addEventListener('message', onGreeting)

/** From the page that embeds us, once, and from nobody else (W32). */
function onGreeting({ source, data, ports: [port] }: MessageEvent) {
  if (begun || source !== parent || parent === window || !port || data?.[0] !== greeting) return ignore()
  begun = true
  begin(port, data)
}

async function begin(
  port: MessagePort,
  [, config, languages, url, title, referrer, known, everyone, hides]: unknown[],
): Promise<void> {
  const say: Say<ToHost> = (...message) => port.postMessage(message)
  const { visit, use, live, setLook, setPage, setLanguages, forget } = createVisit({
    config,
    page: pageOf(url, title),
    referrer: `${referrer}`.slice(0, pageLimits.url),
    languages: `${languages}`,
    known,
    everyone,
    say,
    browser: await openBrowser(),
  })
  const handlers: Parameters<typeof dispatch>[0] = {
    look(next, byVisitor) {
      if (byVisitor) use()
      setLook(next as Look)
      if (next) loadChat(visit).then((chat) => (chat ? byVisitor && next === 'open' && chat.focus() : say('fail')))
    },
    language: setLanguages,
    used() {
      use()
      live()
    },
    live(url, title) {
      live()
      setPage(pageOf(url, title))
    },
    call(verb, value) {
      visit.said[verb as keyof Visit['said']] = value
      visit.changed()
    },
    shutdown: forget,
  }
  port.onmessage = ({ data }) => dispatch(handlers, data) || ignore()
  for (const sign of `pointerdown keydown ${signsOfLife}`.split(' ')) addEventListener(sign, live, { passive: true })
  visit.onChange(() => {
    // What was written and not yet sent must leave, also when nobody looks; and so must a chat end that the page ends.
    if ('end' in visit.said || (visit.leads() && visit.keep.keys('outbox:').length)) loadChat(visit)
  })
  visit.changed()
  say('ready')
  if (hides)
    import('../availability/follow-availability.ts').then(
      ({ followAvailability }) => followAvailability(visit),
      () => say('available', true),
    )
}

const pageOf = (url: unknown, title: unknown) => ({
  url: `${url}`.slice(0, pageLimits.url),
  title: `${title}`.slice(0, pageLimits.title),
})

let chat: Promise<OpenedChat | null> | undefined

function loadChat(visit: Visit): Promise<OpenedChat | null> {
  chat ??= import('../chat/open-chat.tsx').then(
    ({ openChat }) => openChat(visit),
    () => {
      chat = undefined
      return null
    },
  )
  return chat
}

/** Wrong messages change nothing; their number can be read where a test or a curious owner looks. */
function ignore() {
  document.documentElement.dataset.ignored = `${++ignored}`
}
