import { texts } from '../../../i18n/texts.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { Select } from '../../../ui/Select.tsx'
import { DurationField } from './DurationField.tsx'
import { FormPart } from './FormPart.tsx'
import { choiceField, type PartProps, timeField } from './setting-fields.ts'

const t = texts.administration.groups

/** Whom a request rings, how long, and what happens when nobody takes it (R1–R3, W23). */
export function RingingFields(props: PartProps) {
  const isOneByOne = props.draft.choices.offer === 'one-by-one'
  return (
    <FormPart heading={t.ringing}>
      <Choices label={t.offer} options={t.offerWords} hints={t.offerHints} {...choiceField(props, 'offer')} />
      <div class="pair">
        {isOneByOne && (
          <>
            <Select label={t.order} options={t.orderWords} {...choiceField(props, 'order')} />
            <DurationField label={t.answerWithin} hint={t.answerWithinHint} {...timeField(props, 'answerWithin')} />
            <Select label={t.exhausted} options={t.exhaustedWords} {...choiceField(props, 'exhausted')} />
          </>
        )}
        <DurationField label={t.giveUpAfter} hint={t.giveUpAfterHint} {...timeField(props, 'giveUpAfter')} />
      </div>
    </FormPart>
  )
}
