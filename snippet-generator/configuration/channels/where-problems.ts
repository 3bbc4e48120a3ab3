/** Each says in a sentence what is wrong with where a channel shall lead; nothing when it is right. */
type Problem = string | undefined

export function emailProblem(to: string): Problem {
  if (to.trim() === '') return nothing('an address')
  return /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\".]+(\.[^\s@,;:<>()[\]\\".]+)+$/.test(to)
    ? undefined
    : 'This is no e-mail address: write one such as hello@shop.example.'
}

/** As it is dialled, perhaps a short one. */
export function numberProblem(to: string): Problem {
  if (to.trim() === '') return nothing('a number')
  const digits = to.replace(/[\s()./-]/g, '')
  if (!/^\+?\d*$/.test(digits)) return 'A number is made of digits, with a + before the country.'
  return /^\+?\d{3,15}$/.test(digits) ? undefined : 'A number has 3 to 15 digits.'
}

/** With its country, as vendors want it. */
export function wideNumberProblem(to: string): Problem {
  const problem = numberProblem(to)
  if (problem) return problem
  return to.trim().startsWith('+') && to.replace(/\D/g, '').length >= 7
    ? undefined
    : 'Write it with + and the country, such as +49 30 123456: visitors come from anywhere.'
}

/** @param pattern of the names that the vendor gives */
export const handleProblem =
  (pattern: RegExp) =>
  (to: string): Problem => {
    if (to.trim() === '') return nothing('a name')
    if (/^https:\/\//i.test(to)) return linkProblem(to)
    if (/[/:]/.test(to)) return 'Write the name alone, or the whole address beginning with https://.'
    return pattern.test(to)
      ? undefined
      : 'The vendor gives no such names: letters, digits and a few signs, without spaces.'
  }

const SCHEMES = [
  'https:',
  'http:',
  'mailto:',
  'tel:',
  'sms:',
  'viber:',
  'tg:',
  'whatsapp:',
  'line:',
  'discord:',
  'fb-messenger:',
  'instagram:',
]

export function linkProblem(to: string): Problem {
  if (to.trim() === '') return nothing('an address')
  if (/[\s\p{Cc}]/u.test(to)) return 'An address has no spaces: write %20 in their place.'
  if (!URL.canParse(to)) return 'Write the whole address with what it begins with, such as https://shop.example/help.'
  const { protocol } = new URL(to)
  if (!SCHEMES.includes(protocol))
    return `An address that begins with ${protocol} may not be opened from your pages. Use https:, mailto: or tel:.`
  return undefined
}

const nothing = (what: string) => `Write ${what}: until then the channel is left out.`
