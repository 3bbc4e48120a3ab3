import { texts } from '../i18n/texts.ts'
import { Banner } from '../ui/Banner.tsx'
import { unanswered } from './attempt.ts'

/** Says that the last command went unheard. */
export const FailureBanner = () =>
  unanswered.value ? (
    <Banner tone="bad" icon="warning">
      {texts.surfaces.failed}
    </Banner>
  ) : null
