import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { Choice, type Option } from './Choice.tsx'

type WhenAwayOf = FrameConfig['whenAway']

const ways: readonly Option<WhenAwayOf>[] = [
  {
    value: 'show',
    name: 'Always show',
    hint: 'The chat says that nobody is there, and when somebody is. Visitors can leave a message, ask to be called back, or write and wait.',
  },
  {
    value: 'hide',
    name: 'Hide while nobody is available',
    hint: 'The button comes and goes by itself with your agents and your office hours. For that, every page asks this server.',
  },
]

/** W5, W7 */
export function WhenAway({ value, onChange }: { value: WhenAwayOf; onChange: (value: WhenAwayOf) => void }) {
  return (
    <Choice label="While nobody can answer, or outside office hours" options={ways} value={value} onChange={onChange} />
  )
}
