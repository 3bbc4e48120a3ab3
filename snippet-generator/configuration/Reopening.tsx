import type { WidgetConfig } from '#shared/widget-config/config.ts'
import { Choice, type Option } from './Choice.tsx'

type Reopen = WidgetConfig['reopen']

const ways: readonly Option<Reopen>[] = [
  {
    value: 'open',
    name: 'Open the chat',
    hint: 'In one tab, the one in use, without taking the keyboard from what the visitor is writing.',
  },
  { value: 'message', name: 'Show the message beside the button' },
  { value: 'badge', name: 'Show a badge only' },
]

/** W2 */
export function Reopening({ value, onChange }: { value: Reopen; onChange: (reopen: Reopen) => void }) {
  return (
    <Choice label="When an agent replies and the chat is closed" options={ways} value={value} onChange={onChange} />
  )
}
