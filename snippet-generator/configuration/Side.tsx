import type { ButtonConfig } from '#shared/widget-config/button-config.ts'
import { Choice, type Option } from './Choice.tsx'

const sides: readonly Option<ButtonConfig['side']>[] = [
  { value: 'right', name: 'Right' },
  { value: 'left', name: 'Left' },
]

export function Side({
  value,
  onChange,
}: {
  value: ButtonConfig['side']
  onChange: (side: ButtonConfig['side']) => void
}) {
  return <Choice inRow label="Side of the page" options={sides} value={value} onChange={onChange} />
}
