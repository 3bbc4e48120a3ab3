import { defaults, readConfig, type WidgetConfig } from './config.ts'
import { type MoreConfig, readMore } from './more-config.ts'

/** Everything that an owner can set. */
export type FrameConfig = WidgetConfig & MoreConfig

/** Like `readConfig`, with the settings of a chat's beginning; whatever is no setting is left out. Never throws. */
export function readFrameConfig(given?: unknown): { config: FrameConfig; problems: string[] } {
  const { config: all, problems } = readConfig(given)
  const { config: more, problems: others } = readMore(all)
  const own = Object.keys(defaults).map((key) => [key, all[key as keyof WidgetConfig]])
  return { config: { ...Object.fromEntries(own), ...more }, problems: [...problems, ...others] }
}
