import type { Problems } from '../problems.ts'
import type { Duration, TimeSetting } from './duration.ts'
import type { Choices, GroupDraft } from './group-draft.ts'

/** What a part of the group's form is given. */
export interface PartProps {
  readonly draft: GroupDraft
  readonly change: (change: Partial<GroupDraft>) => void
  readonly problems: Problems
}

/** What the field of a choice is given. */
export const choiceField = <K extends keyof Choices>({ draft, change }: PartProps, setting: K) => ({
  value: draft.choices[setting],
  onValue: (value: Choices[K]) => change({ choices: { ...draft.choices, [setting]: value } }),
})

/** What the field of a time is given. */
export const timeField = ({ draft, change, problems }: PartProps, setting: TimeSetting) => ({
  setting,
  value: draft.times[setting],
  onValue: (value: Duration) => change({ times: { ...draft.times, [setting]: value } }),
  error: problems[`settings.${setting}`],
})
