import type { ButtonConfig } from '#shared/widget-config/button-config.ts'
import { Choice, type Option } from '../Choice.tsx'

type PhoneOf = ButtonConfig['phone']

const sizes: readonly Option<PhoneOf>[] = [
  { value: 'full', name: 'The whole screen', hint: 'Room to write: the keyboard takes half of it.' },
  { value: 'compact', name: 'The lower part', hint: 'Your page stays to be seen above it.' },
]

export function Phone({ value, onChange }: { value: PhoneOf; onChange: (phone: PhoneOf) => void }) {
  return <Choice label="On phones the chat takes" options={sizes} value={value} onChange={onChange} />
}
