import { type ButtonConfig, readButton } from './button-config.ts'
import { defaults, readConfig, type WidgetConfig } from './config.ts'
import { type MoreConfig, readMore } from './more-config.ts'
import { type ChannelsConfig, readChannels } from './read-channels.ts'
import { type FormConfig, readFields } from './read-fields.ts'
import { onlyTexts } from './read-texts.ts'

/** Everything that an owner can set. */
export type FrameConfig = WidgetConfig & ButtonConfig & ChannelsConfig & MoreConfig & FormConfig

/** Like `readConfig`, with the settings of the button and of a chat's beginning and its questions; whatever is no setting is left out. Never throws. */
export function readFrameConfig(given?: unknown): { config: FrameConfig; problems: string[] } {
  const { config: all, problems } = readConfig(given)
  const { config: more, problems: others } = readMore(all)
  const { fields, problems: wrong } = readFields(all as { readonly fields?: unknown })
  const { channels, problems: unusable } = readChannels((all as { readonly channels?: unknown }).channels)
  const own = Object.keys(defaults).map((key) => [key, all[key as keyof WidgetConfig]])
  const button = readButton(all, problems)
  return {
    config: { ...Object.fromEntries(own), ...button, ...more, texts: onlyTexts(all.texts), fields, channels },
    // The colour is the button's and the chat's.
    problems: [...new Set([...problems, ...others, ...unusable, ...wrong])],
  }
}
