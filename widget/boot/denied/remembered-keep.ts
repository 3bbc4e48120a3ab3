import { openBus } from '../bus.ts'
import { type Keep, mapKeep, parse } from '../keep.ts'

/** Storage is blocked: each tab remembers, tells the others what changes, and asks them when it is new. */
export function rememberedKeep(): Keep {
  const listeners: ((key: string) => void)[] = []
  const told = (data: unknown) => {
    const [key, text] = data as [string, string | null]
    if (key === '?') for (const one of keep.keys('')) bus.tell([one, JSON.stringify(keep.get(one))])
    else {
      if (text === null) keep.remove(key)
      else keep.set(key, parse(text))
      for (const listener of listeners) listener(key)
    }
  }
  const keep = mapKeep()
  const bus = openBus('deskbell:keep', told, () => bus.tell(['?']))
  bus.enter()
  return {
    ...keep,
    set(key, value) {
      keep.set(key, value)
      bus.tell([key, JSON.stringify(value)])
    },
    remove(key) {
      keep.remove(key)
      bus.tell([key, null])
    },
    onChange: (listener) => listeners.push(listener),
  }
}
