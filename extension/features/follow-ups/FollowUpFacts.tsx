import type { FollowUp } from '#shared/contract/answers.ts'
import { texts } from '../../i18n/texts.ts'

const t = texts.followUps

/** How the visitor can be reached, and what they said: numbers and addresses open the program for them. */
export const FollowUpFacts = ({ followUp: { callback, leftMessage, answered } }: { readonly followUp: FollowUp }) => (
  <>
    {callback && (
      <dl>
        <dt>{t.phone}</dt>
        <dd>
          <a href={`tel:${callback.phone}`} dir="ltr">
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
      <dl>
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
