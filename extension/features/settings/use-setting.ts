import { defaultSettings, readSetting, type Settings } from '../../core/settings.ts'
import { useLive } from '../../live/use-live.ts'

/** A setting, followed; its default until the database has answered. */
export const useSetting = <K extends keyof Settings>(key: K): Settings[K] =>
  // Wrapped: null is an answer, undefined is not.
  useLive(async () => ({ value: await readSetting(key) }), [key])?.value ?? defaultSettings[key]
