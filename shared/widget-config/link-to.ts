import type { Channel } from './channel.ts'

/**
 * Where a channel leads, by the vendor's public scheme; empty for what opens in the page itself; nothing where it reaches
 * nobody, or an address that could run code. Throws URIError for broken text.
 */
export function linkTo({ type, to = '', text = '', subject = '' }: Channel): string | undefined {
  const whole = to.trim()
  const message = text && encodeURIComponent(text)
  const ending = (start: string) => (message ? start + message : '')
  switch (type) {
    case 'chat':
    case 'callback':
      return ''
    case 'link':
      return safe.test(whole) ? whole : undefined
    case 'email': {
      const about = subject && `?subject=${encodeURIComponent(subject).replace(newLine, '%20')}`
      const body = ending(`${about ? '&' : '?'}body=`).replace(newLine, '%0D%0A')
      return /^[^\s@]+@[^\s@]+$/.test(whole) ? `mailto:${addressText(whole)}${about}${body}` : undefined
    }
    case 'phone':
      return numberTo(whole, 'tel:')
    case 'sms':
      // iOS and Android both find the text behind this.
      return numberTo(whole, 'sms:', ending('?&body='))
    case 'viber':
      return wideNumberTo(whole, 'viber://chat?number=%2B', ending('&draft='))
  }
  if (/^https:\/\/./i.test(whole)) return URL.canParse(whole) ? whole : undefined
  if (type === 'whatsapp') return wideNumberTo(whole, 'https://wa.me/', ending('?text='))
  const handle = /^@?(\+?[\w.-]*\w[\w.-]*)$/.exec(whole)?.[1]
  if (!handle) return
  switch (type) {
    case 'telegram':
      return `https://t.me/${handle}${ending('?text=')}`
    case 'messenger':
      return `https://m.me/${handle}${ending('?text=')}`
    case 'instagram':
      return `https://ig.me/m/${handle}`
    case 'line':
      // Official accounts alone, which have an @ before their name, take a text.
      return message && whole[0] === '@'
        ? `https://line.me/R/oaMessage/%40${handle}/?${message}`
        : `https://line.me/R/ti/p/${encodeURIComponent(whole)}`
    case 'discord':
      return `https://${/^\d{17,20}$/.test(handle) ? 'discord.com/users' : 'discord.gg'}/${handle}`
  }
}

/** What a link of the owner's own may begin with; above all not `javascript:` and `data:`. */
const safe =
  /^(https?:\/\/|(mailto|tel|sms|viber|whatsapp|tg|line|discord|fb-messenger|instagram|skype|signal|sgnl):)\S/i

/** A subject has none, a text this one alone. @see https://www.rfc-editor.org/rfc/rfc6068#section-5 */
const newLine = /%0D%0A|%0[AD]/g

const addressText = (address: string) => encodeURIComponent(address).replace('%40', '@')

/** As it is dialled in the owner's country, or with its country's. */
function numberTo(number: string, start: string, end = '') {
  const dialled = number.replace(/[^+\d*#]/g, '').replaceAll('#', '%23')
  return /^\+?[\d*][\d*%]+$/.test(dialled) ? start + dialled + end : undefined
}

/** With the country's, which these vendors ask for, without a sign before it. */
function wideNumberTo(number: string, start: string, end: string) {
  const digits = number.replace(/\D/g, '').replace(/^00/, '')
  return /^[1-9]\d{4,}$/.test(digits) ? start + digits + end : undefined
}
