import { useState } from 'preact/hooks'
import type { View } from '../chat/view.ts'

/** The name of a visitor who has not said it (W11): asked for where a chat begins with another way than waiting. */
export function useName({ visit: { keep, sessions }, beginning }: View) {
  const form = beginning?.form()
  const known = form ? !form.asksName() : Boolean(sessions.current()?.visitor.name)
  const [value, setValue] = useState(keep.get<string>('name') ?? '')
  const [missing, setMissing] = useState(false)
  return {
    asks: !known,
    value,
    missing,
    change(name: string) {
      setValue(name)
      setMissing(false)
      keep.set('name', name)
    },
    /** Else the field says so and has the focus. */
    isKnown(): boolean {
      if (known && form) keep.set('name', form.name())
      if (known || value.trim()) return true
      setMissing(true)
      document.getElementById('name')?.focus()
      return false
    },
  }
}
