import { quietAt } from '#shared/domain/do-not-disturb/do-not-disturb.ts'
import { texts } from '../../i18n/texts.ts'
import { endTime } from '../../i18n/times.ts'
import { clock } from '../../live/clock.ts'
import { openOptions } from '../../platform/options-page.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useSetting } from './use-setting.ts'

const t = texts.attention.quiet

/** Why it is so quiet, and until when (A22); nothing when it is not. */
export function QuietBanner() {
  const hours = useSetting('doNotDisturb')
  if (!hours.on) return null
  const now = clock.value
  const quiet = quietAt(hours, new Intl.DateTimeFormat().resolvedOptions().timeZone, now)
  if (!quiet) return null
  return (
    <Banner
      icon="bell-off"
      actions={
        <Button look="link" onClick={openOptions}>
          {t.change}
        </Button>
      }
    >
      {quiet.until === null ? t.forGood : t.until(endTime(quiet.until, now))}
    </Banner>
  )
}
