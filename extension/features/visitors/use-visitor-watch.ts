import { useEffect } from 'preact/hooks'
import { command } from '../../core/request.ts'
import { visitorWatch } from '../../core/visitor-watch.ts'

const surfaceId = crypto.randomUUID()

/**
 * Has the background ask who is on the sites, for as long as the component is drawn on a visible page: nobody is asked for a list
 * that nobody sees. The word is repeated, which also wakes a background that the browser has ended.
 * @param limit how many are shown
 */
export function useVisitorWatch(limit: number): void {
  useEffect(() => {
    const say = () => tell(document.visibilityState === 'visible' ? limit : 0)
    const stop = () => tell(0)
    const timer = setInterval(say, visitorWatch.renewEvery)
    document.addEventListener('visibilitychange', say)
    addEventListener('pagehide', stop)
    say()
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', say)
      removeEventListener('pagehide', stop)
      stop()
    }
  }, [limit])
}

/** Without an answer what is shown grows old and says so: that is told there, once. */
const tell = (limit: number) => command('watch-visitors', { surfaceId, limit }).catch(() => {})
