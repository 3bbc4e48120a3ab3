import { type FrameConfig, readFrameConfig } from './frame-config.ts'

/** What a widget does whose owner has set nothing. */
export const frameDefaults: FrameConfig = readFrameConfig().config

/** What differs from the defaults: all that a snippet has to carry. */
export const differences = (config: FrameConfig): Partial<FrameConfig> =>
  Object.fromEntries(
    Object.entries(config).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(frameDefaults[key as keyof FrameConfig]),
    ),
  )
