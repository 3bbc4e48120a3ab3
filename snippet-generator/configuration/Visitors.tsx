import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { Choice, type Option } from './Choice.tsx'

type VisitorsOf = FrameConfig['visitors']

const ways: readonly Option<VisitorsOf>[] = [
  {
    value: 'acted',
    name: 'Visitors who opened the chat',
    hint: 'Nobody else is known to this server: no cookie, no storage, no request but for the button.',
  },
  {
    value: 'everyone',
    name: 'Everyone on the site',
    hint: 'Agents see who is there, on which page, and can begin a chat. Say so in your privacy notice: it sets a cookie for everyone.',
  },
]

/** A3, W31 */
export function Visitors({ value, onChange }: { value: VisitorsOf; onChange: (value: VisitorsOf) => void }) {
  return <Choice label="Whom agents see" options={ways} value={value} onChange={onChange} />
}
