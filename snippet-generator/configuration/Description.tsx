import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { Choice, type Option } from './Choice.tsx'

type DescriptionOf = FrameConfig['description']

const ways: readonly Option<DescriptionOf>[] = [
  { value: 'none', name: 'Ask for nothing but a name' },
  {
    value: 'ask',
    name: 'Ask what it is about',
    hint: 'In place of the first message; it may be left empty. Agents read it before they accept.',
  },
]

/** W16 */
export function Description({ value, onChange }: { value: DescriptionOf; onChange: (value: DescriptionOf) => void }) {
  return <Choice label="Before a chat begins" options={ways} value={value} onChange={onChange} />
}
