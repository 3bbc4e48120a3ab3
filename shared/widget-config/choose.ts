/**
 * Settings that are words. What is wrong falls back to its default and is told in `problems`.
 * @param choices what each may be, its default first: patterns that a whole value must match
 */
export function choose(choices: object, given: object, problems: string[]): Record<string, string> {
  const values = given as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(choices).map(([key, choice]: [string, string]) => {
      const [otherwise = ''] = choice.split('|')
      const value = values[key] ?? otherwise
      if (typeof value === 'string' && RegExp(`^(${choice})$`).test(value)) return [key, value]
      problems.push(`${key} must be ${choice}`)
      return [key, otherwise]
    }),
  )
}
