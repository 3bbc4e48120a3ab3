import { browser } from './browser.ts'

/** Chrome and Firefox both allow half a minute, and nothing shorter. */
const everyHalfMinute = 0.5

/** Starts the background again and again while it has work, also after its death. */
export async function watchEveryHalfMinute(name: string, wanted: boolean): Promise<void> {
  if (!wanted) await browser.alarms.clear(name)
  else if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: everyHalfMinute })
}

/** Register it synchronously at start. */
export function onAlarm(name: string, ring: () => unknown): void {
  browser.alarms.onAlarm.addListener((alarm: { name: string }) => {
    if (alarm.name === name) void ring()
  })
}
