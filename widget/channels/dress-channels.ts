import { channelTexts } from '#shared/i18n/channels.ts'
import { chooseLanguage, directionOf } from '#shared/i18n/languages.ts'
import type { Channel } from '#shared/widget-config/channel.ts'
import css from './channels.css?inline'
import { icons } from './icons.ts'
import { nameOf } from './name-of.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)

/**
 * Gives the button's list its icons and its words.
 * @param list an item for each of the channels
 * @param languages BCP 47 tags in the order of preference
 */
export function dressChannels(list: HTMLElement, channels: readonly Channel[], languages: readonly string[]) {
  const root = list.getRootNode() as ShadowRoot
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
  const language = chooseLanguage(languages, channelTexts)
  const texts = channelTexts[language]
  list.className = 'dressed'
  list.ariaLabel = texts.list
  list.lang = language
  list.dir = directionOf(language)
  for (const [index, channel] of channels.entries()) {
    const item = list.children[index] as HTMLElement
    const icon = document.createElement('i')
    icon.append(drawing(channel))
    const words = document.createElement('span')
    const name = nameOf(channel, texts)
    words.append(name)
    if (item instanceof HTMLAnchorElement && item.target) item.ariaLabel = `${name} (${texts.newTab})`
    else if (channel.to && channel.type !== 'link') words.append(small(channel.to))
    item.replaceChildren(icon, words)
  }
}

/** To be read, dictated or copied by who has no program for it. */
function small(whom: string) {
  const made = document.createElement('small')
  made.dir = 'ltr'
  made.textContent = whom
  return made
}

function drawing({ type, icon }: Channel) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  path.setAttribute('d', icon || icons[type])
  if (icon) path.setAttribute('class', 'own')
  svg.append(path)
  return svg
}
