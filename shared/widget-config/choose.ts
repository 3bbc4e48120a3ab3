/**
 * Settings that are words. What is wrong falls back to its default and is told in `problems`.
 * @param choices what each may be, its default first: patterns that a whole value must match
 * @param given a list in it is read as its parts with commas between them
 */
export const choose = (choices: object, given: object, problems: string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(choices).map(([key, choice]: [string, string]) => {
      const [otherwise = ''] = choice.split('|')
      try {
        const value = `${(given as Record<string, unknown>)[key] ?? otherwise}`
        if (RegExp(`^(${choice})$`).test(value)) return [key, value]
      } catch {
        // An object that cannot be a text.
      }
      problems.push(`${key} must be ${choice}`)
      return [key, otherwise]
    }),
  )
