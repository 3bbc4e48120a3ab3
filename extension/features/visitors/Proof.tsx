import { texts } from '../../i18n/texts.ts'
import { Icon } from '../../ui/Icon.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import './Proof.css'

const t = texts.identity

/** Whether the site has signed what stands before it (W11), in words and by a mark. */
export const Proof = ({ signed }: { readonly signed: boolean }) =>
  signed ? (
    <span class="proof signed" title={t.verifiedWhy}>
      <Icon name="check" />
      {t.verified}
    </span>
  ) : (
    <span class="proof" title={t.notVerifiedWhy}>
      {t.notVerified}
    </span>
  )

/** Beside a name, where there is no room for words. */
export const IdentifiedMark = () => (
  <span class="proof signed" title={t.identified}>
    <Icon name="check" />
    <VisuallyHidden>{t.identified}</VisuallyHidden>
  </span>
)
