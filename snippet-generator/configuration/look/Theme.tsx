import type { ButtonConfig } from '#shared/widget-config/button-config.ts'
import { Choice, type Option } from '../Choice.tsx'

type ThemeOf = ButtonConfig['theme']

const themes: readonly Option<ThemeOf>[] = [
  { value: 'system', name: 'As the visitor’s device' },
  { value: 'light', name: 'Always light' },
  { value: 'dark', name: 'Always dark' },
]

export function Theme({ value, onChange }: { value: ThemeOf; onChange: (theme: ThemeOf) => void }) {
  return <Choice inRow label="Light or dark" options={themes} value={value} onChange={onChange} />
}
