import type { FollowUp } from '#shared/contract/answers.ts'
import { texts } from '../../i18n/texts.ts'
import { Icon } from '../../ui/Icon.tsx'
import './FollowUpFacts.css'

const t = texts.followUps

/** How the visitor can be reached, and what they said: numbers and addresses open the program for them. */
export const FollowUpFacts = ({ followUp: { callback, leftMessage, answered } }: { readonly followUp: FollowUp }) => (
  <>
    {callback && (
      <dl class="follow-up-facts">
        <dt>{t.phone}</dt>
        <dd>
          <a class="call" href={`tel:${callback.phone}`} dir="ltr">
            <Icon name="phone" />
            {callback.phone}
          </a>
        </dd>
        {callback.preferredTimes && (
          <>
            <dt>{t.preferredTimes}</dt>
            <dd dir="auto">{callback.preferredTimes}</dd>
          </>
        )}
        {callback.note && (
          <>
            <dt>{t.note}</dt>
            <dd dir="auto">{callback.note}</dd>
          </>
        )}
      </dl>
    )}
    {leftMessage && (
      <dl class="follow-up-facts">
        <dt>{t.email}</dt>
        <dd>
          <a href={`mailto:${encodeURIComponent(leftMessage.email)}`} dir="ltr">
            {leftMessage.email}
          </a>
          {answered && ` · ${t.answered}`}
        </dd>
        <dt>{t.message}</dt>
        <dd dir="auto">{leftMessage.text}</dd>
      </dl>
    )}
  </>
)
