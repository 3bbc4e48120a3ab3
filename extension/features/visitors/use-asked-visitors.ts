import { useEffect, useRef } from 'preact/hooks'
import { useSetting } from '../settings/use-setting.ts'

/** What opens because of the wish must still see it, in ms. */
const stillNew = 10_000

/** Hears of which page the agent asked to see the visitors, in the popup (A42). Once per wish. */
export function useAskedVisitors(hear: (page: string) => void): void {
  const asked = useSetting('openVisitors')
  const seen = useRef(Date.now() - stillNew)
  useEffect(() => {
    if (!asked || asked.at <= seen.current) return
    seen.current = asked.at
    hear(asked.page)
  }, [asked])
}
