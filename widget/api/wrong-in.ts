import type { DeskbellEvents } from '../deskbell.d.ts'

/**
 * What is wrong with a call of the page's (W33), as the end of a sentence that begins with its verb; nothing where it is right.
 * It tells kinds and keys and never a value, which may be a secret (a token) or somebody's name.
 */
export function wrongIn(verb: unknown, [first, second]: readonly unknown[]): string | undefined {
  switch (verb) {
    case 'start':
      return first === undefined ? undefined : notA('string', first) && `takes a text, not ${kindOf(first)}`
    case 'language':
      return notA('string', first) && `takes a language's tag such as "de", not ${kindOf(first)}`
    case 'identify':
    case 'fields':
      return wrongFacts(first)
    case 'on':
    case 'off':
      return wrongListener(first, second)
  }
}

const notA = (type: string, value: unknown) => (typeof value === type ? undefined : type)

function wrongFacts(facts: unknown) {
  if (kindOf(facts) !== 'object') return `takes an object such as { name: "Mia" }, not ${kindOf(facts)}`
  const wrong = Object.entries(Object(facts)).find(([, value]) => !fact.test(kindOf(value)))
  return wrong && `takes texts, numbers, true and false: "${wrong[0]}" is ${kindOf(wrong[1])}`
}

const fact = /^(string|number|boolean|null|undefined)$/

function wrongListener(event: unknown, listener: unknown) {
  if (!Object.hasOwn(events, String(event))) return `takes one of the events ${Object.keys(events).join(', ')}`
  return notA('function', listener) && `takes a function for "${event}", not ${kindOf(listener)}`
}

const events: Record<keyof DeskbellEvents, true> = {
  ready: true,
  opened: true,
  closed: true,
  started: true,
  message: true,
  unread: true,
  ended: true,
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value)
