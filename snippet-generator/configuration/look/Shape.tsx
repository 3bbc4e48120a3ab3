import type { ButtonConfig } from '#shared/widget-config/button-config.ts'
import { Choice, type Option } from '../Choice.tsx'

type ShapeOf = ButtonConfig['shape']

const shapes: readonly Option<ShapeOf>[] = [
  { value: 'circle', name: 'Circle' },
  { value: 'square', name: 'Square' },
  { value: 'pill', name: 'Pill with its words' },
]

export function Shape({ value, onChange }: { value: ShapeOf; onChange: (shape: ShapeOf) => void }) {
  return <Choice inRow label="Shape of the button" options={shapes} value={value} onChange={onChange} />
}
