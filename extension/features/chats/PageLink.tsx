import type { Page } from '#shared/contract/events.ts'
import { texts } from '../../i18n/texts.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { PageName } from './PageName.tsx'
import { webAddress } from './web-address.ts'

/** The page a visitor is on, to be opened in a new tab; its name alone when its address is no safe one. */
export function PageLink({ page }: { readonly page: Page }) {
  const url = webAddress(page.url)
  if (!url) return <PageName page={page} />
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer" title={url.href}>
      <PageName page={page} />
      <VisuallyHidden> ({texts.conversation.linkOpens})</VisuallyHidden>
    </a>
  )
}
