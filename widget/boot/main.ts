import { dispatch, greeting, type Say, type ToHost } from '../protocol.ts'
import { createVisit, type Visit } from './visit.ts'

let begun = false
addEventListener('message', onGreeting)

/** From the page that embeds us, once, and from nobody else (W32). */
function onGreeting({ source, data, ports: [port] }: MessageEvent) {
  if (begun || source !== parent || parent === window || !port || !Array.isArray(data) || data[0] !== greeting)
    return ignore()
  begun = true
  begin(port, data)
}

function begin(port: MessagePort, [, config, languages, url, title, known]: unknown[]) {
  const say: Say<ToHost> = (...message) => port.postMessage(message)
  const { visit, use, setLook, setLanguages, forget } = createVisit({
    config,
    page: { url: String(url), title: String(title) },
    languages: String(languages).split(','),
    known: Boolean(known),
    say,
  })
  const handlers: Parameters<typeof dispatch>[0] = {
    look(next, byVisitor) {
      if (byVisitor) use()
      setLook(next === 'open' || next === 'preview' ? next : 'closed')
      if (next) loadChat(visit).then(() => byVisitor && next === 'open' && focusChat())
    },
    language: (tags) => setLanguages(tags.split(',')),
    used: use,
    shutdown: forget,
  }
  port.onmessage = ({ data }) => dispatch(handlers, data) || ignore()
  visit.onChange(() => {
    // What was written and not yet sent must leave, also when nobody looks.
    if (visit.leads() && visit.keep.keys('outbox:').length) loadChat(visit)
  })
  visit.changed()
  say('ready')
}

/** Not before the frame is drawn: what a hidden frame holds takes no focus, and the page's word that it shows may come later. */
const focusChat = () =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>('input,textarea,.primary')?.focus())

let chat: Promise<void> | undefined

function loadChat(visit: Visit): Promise<void> {
  chat ??= import('../chat/open-chat.tsx').then(
    ({ openChat }) => openChat(visit),
    () => {
      chat = undefined
      document.body.textContent = 'No connection just now. It is tried again by itself.'
      addEventListener('online', () => loadChat(visit), { once: true })
    },
  )
  return chat
}

/** Wrong messages change nothing; their number can be read where a test or a curious owner looks. */
function ignore() {
  const { dataset } = document.documentElement
  dataset.ignored = `${Number(dataset.ignored ?? 0) + 1}`
}
