import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { settingName } from '../setting-names.ts'

/** What each setting must be, as one says it to an owner. */
const mustBe: { readonly [key in keyof FrameConfig]: string } = {
  channels: 'a list of at most 20, each of a type that Deskbell knows, with where it leads',
  color: 'a colour such as "#1f5eff"',
  theme: '"system", "light" or "dark"',
  side: '"right" or "left"',
  offset: 'two numbers of pixels from 0 to 400, such as [20, 20]',
  shape: '"circle", "square" or "pill"',
  icon: 'SVG path data, such as "M4 4h16v16H4z"',
  phone: '"full" or "compact"',
  language: '"auto" or a language that ships, such as "de"',
  defaultLanguage: 'a language that ships, such as "en"',
  reopen: '"open", "message" or "badge"',
  whenAway: '"show" or "hide"',
  visitors: '"acted" or "everyone"',
  group: 'the id of a group',
  groupChoice: '"none" or "ask"',
  description: '"none" or "ask"',
  fields: 'a list of at most 20, each with a key of its own, a type and a label',
  rules: 'a list of at most 50, each with a page and the id of a group',
  texts: 'texts of at most 500 characters under their keys, or under a language such as "de"',
}

/** In one sentence or two, why a setting of an import cannot be used. */
export function whyRefused(key: string, value: unknown): string {
  if (!Object.hasOwn(mustBe, key)) return `“${short(key)}” is no setting of this version.`
  const name = settingName(key)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${key}) cannot be used as it is: ${short(JSON.stringify(value))}. It must be ${mustBe[key as keyof FrameConfig]}.`
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
