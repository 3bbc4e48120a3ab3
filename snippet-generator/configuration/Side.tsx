import type { WidgetConfig } from '#shared/widget-config/config.ts'
import { Choice, type Option } from './Choice.tsx'

const sides: readonly Option<WidgetConfig['side']>[] = [
  { value: 'right', name: 'Right' },
  { value: 'left', name: 'Left' },
]

export function Side({
  value,
  onChange,
}: {
  value: WidgetConfig['side']
  onChange: (side: WidgetConfig['side']) => void
}) {
  return <Choice inRow label="Side of the page" options={sides} value={value} onChange={onChange} />
}
