import { texts } from '../../../i18n/texts.ts'
import { Select } from '../../../ui/Select.tsx'
import { DurationField } from './DurationField.tsx'
import { FormPart } from './FormPart.tsx'
import { choiceField, type PartProps, timeField } from './setting-fields.ts'

const { groups: t, duration } = texts.administration

/** What is promised to visitors (R14), and how chats begin and end (W14, L1, W22). */
export const ChatFields = (props: PartProps) => (
  <>
    <FormPart heading={t.targets} intro={t.targetHint}>
      <div class="pair">
        <DurationField
          label={t.firstAnswerTarget}
          none={duration.none.target}
          {...timeField(props, 'firstAnswerTarget')}
        />
        <DurationField
          label={t.nextAnswerTarget}
          none={duration.none.target}
          {...timeField(props, 'nextAnswerTarget')}
        />
      </div>
    </FormPart>
    <FormPart heading={t.ending}>
      <Select label={t.proactive} options={t.proactiveWords} {...choiceField(props, 'proactive')} />
      <Select label={t.visitorMayEnd} options={t.visitorMayEndWords} {...choiceField(props, 'visitorMayEnd')} />
      <div class="pair">
        <DurationField
          label={t.endAfter}
          hint={t.endAfterHint}
          none={duration.none.endAfter}
          {...timeField(props, 'endAfter')}
        />
        <DurationField
          label={t.reopenWithin}
          hint={t.reopenWithinHint}
          none={duration.none.reopenWithin}
          {...timeField(props, 'reopenWithin')}
        />
      </div>
    </FormPart>
  </>
)
