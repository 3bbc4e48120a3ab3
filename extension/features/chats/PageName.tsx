import type { Page } from '#shared/contract/events.ts'
import './PageName.css'
import { webAddress } from './web-address.ts'

/** The page a visitor is on, in words: its title and its host. */
export function PageName({ page }: { readonly page: Page }) {
  const host = webAddress(page.url)?.host
  return (
    <bdi class="page-name">
      {page.title || host || page.url}
      {page.title && host && ` · ${host}`}
    </bdi>
  )
}
