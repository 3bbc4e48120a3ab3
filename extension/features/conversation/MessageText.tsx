import { texts } from '../../i18n/texts.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { webAddress } from '../chats/web-address.ts'
import { splitLinks } from './split-links.ts'

/** What somebody wrote, as they wrote it: text, in which web addresses can be opened. */
export const MessageText = ({ text }: { readonly text: string }) => (
  <>{splitLinks(text).map((part, index) => (index % 2 ? <WebLink key={index} address={part} /> : part))}</>
)

function WebLink({ address }: { readonly address: string }) {
  const url = webAddress(address)
  if (!url) return <>{address}</>
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer">
      {address}
      <VisuallyHidden> ({texts.conversation.linkOpens})</VisuallyHidden>
    </a>
  )
}
