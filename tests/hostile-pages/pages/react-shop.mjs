import { createElement as h, StrictMode, useEffect, useState } from 'react'

/** What the page shows, and changes to without loading it anew, as the routers of React's frameworks do. */
function Shop({ title, next }) {
  const [shown, show] = useState(title)
  useEffect(() => {
    document.title = shown
    // It is hydrated: effects run after that.
    document.documentElement.dataset.settled = ''
  }, [shown])
  const go = (event) => {
    event.preventDefault()
    history.pushState(null, '', next)
    show('Prices')
  }
  return h(
    'main',
    null,
    h('h1', null, shown),
    h('p', null, 'Lamps for every room.'),
    h('p', null, h('label', null, 'Search ', h('input', { type: 'search' }))),
    h('p', null, h('a', { href: next, onClick: go }, 'Next page')),
  )
}

/** The shop alone, for a page whose body it is. */
export const inBody = (facts) => h(StrictMode, null, h(Shop, facts))

/** The page from `html` downwards, the snippet and its own program among it. */
export const asDocument = (facts) =>
  h(
    StrictMode,
    null,
    h(
      'html',
      { lang: 'en' },
      h(
        'head',
        null,
        h('meta', { charSet: 'utf-8' }),
        h('title', null, facts.title),
        h('script', { async: true, src: facts.program }),
      ),
      h(
        'body',
        null,
        h(Shop, facts),
        facts.snippet && h('script', { async: true, src: facts.snippet, 'data-widget': 'default' }),
      ),
    ),
  )

/** The same, but what the server says is another thing than the browser does, as on pages that show the time. */
export const asOtherDocument = (facts) =>
  asDocument(typeof window === 'undefined' && facts.snippet ? { ...facts, title: 'It is noon' } : facts)
