import type { FrameConfig } from '#shared/widget-config/frame-config.ts'

/** What each setting is called where it is spoken of. */
const names: { readonly [key in keyof FrameConfig]: string } = {
  channels: 'channels',
  color: 'colour',
  theme: 'light or dark',
  side: 'side of the page',
  offset: 'distance from the edges',
  shape: 'shape of the button',
  icon: 'icon of the button',
  phone: 'size on phones',
  language: 'language',
  defaultLanguage: 'language for everybody else',
  reopen: 'what a reply does',
  whenAway: 'what the button does while nobody can answer',
  visitors: 'whom agents see',
  group: 'group',
  groupChoice: 'choice of a group',
  description: 'what is asked before a chat',
  fields: 'fields of the form',
  rules: 'groups by page',
  texts: 'texts',
}

/** @param path of a setting or of something in it, such as `channels.0.to` */
export function settingName(path: string): string {
  const [key = ''] = path.split('.')
  return Object.hasOwn(names, key) ? names[key as keyof FrameConfig] : key
}
