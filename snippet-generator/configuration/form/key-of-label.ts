/** The longest key that the widget takes, in characters. */
const LONGEST_KEY = 40

/**
 * The key under which programs find what a visitor answers, made from what the field is called: `Order no.` gives `orderNo`.
 * @param taken keys of other fields, which it does not give again
 */
export function keyOfLabel(label: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const joined = words
    .map((word, index) => (index === 0 ? word : word.replace(/^./, (first) => first.toUpperCase())))
    .join('')
  const key = (/^[a-z]/.test(joined) ? joined : `field${joined}`).slice(0, LONGEST_KEY)
  if (!taken.includes(key)) return key
  let number = 2
  while (taken.includes(numbered(key, number))) number += 1
  return numbered(key, number)
}

const numbered = (key: string, number: number) => `${key.slice(0, LONGEST_KEY - String(number).length)}${number}`
