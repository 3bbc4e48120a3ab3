import { defaultGroupSettings, type GroupDetails, type GroupSettings } from '#shared/contract/groups.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { limits } from '#shared/contract/limits.ts'
import { texts } from '../../../i18n/texts.ts'
import { draftHours, type HoursDraft, hoursOf } from '../hours/hours-draft.ts'
import { hoursProblems } from '../hours/hours-problems.ts'
import { thisZone } from '../hours/zones.ts'
import { nameProblem } from '../name-problem.ts'
import { type Problems, problemsOf } from '../problems.ts'
import { type Duration, durationOf, durationProblem, secondsOf, type TimeSetting } from './duration.ts'

export type Choices = Pick<GroupSettings, 'offer' | 'order' | 'exhausted' | 'visitorMayEnd' | 'proactive'>

/** A group as it is typed. */
export interface GroupDraft {
  readonly name: string
  readonly members: readonly ActorId[]
  readonly choices: Choices
  readonly times: Readonly<Record<TimeSetting, Duration>>
  readonly hours: HoursDraft
}

/** @param group nothing for a new one */
export function draftGroup(group: GroupDetails | null): GroupDraft {
  const settings = { ...defaultGroupSettings, ...group?.settings }
  const { offer, order, exhausted, visitorMayEnd, proactive } = settings
  return {
    name: group?.name ?? '',
    members: group?.members ?? [],
    choices: { offer, order, exhausted, visitorMayEnd, proactive },
    times: {
      answerWithin: durationOf(settings.answerWithin),
      giveUpAfter: durationOf(settings.giveUpAfter),
      firstAnswerTarget: durationOf(settings.firstAnswerTarget),
      nextAnswerTarget: durationOf(settings.nextAnswerTarget),
      endAfter: durationOf(settings.endAfter),
      reopenWithin: durationOf(settings.reopenWithin),
    },
    hours: draftHours(settings.hours, thisZone()),
  }
}

/**
 * What is saved of a draft that has no problems.
 * @param before its settings so far: one that this form does not know stays as it is
 */
export function savedGroupOf(draft: GroupDraft, before: GroupSettings = defaultGroupSettings) {
  const { name, members, choices, times, hours } = draft
  const settings: GroupSettings = {
    ...before,
    ...choices,
    answerWithin: secondsOf(times.answerWithin) ?? before.answerWithin,
    giveUpAfter: secondsOf(times.giveUpAfter) ?? before.giveUpAfter,
    firstAnswerTarget: secondsOf(times.firstAnswerTarget),
    nextAnswerTarget: secondsOf(times.nextAnswerTarget),
    endAfter: secondsOf(times.endAfter),
    reopenWithin: secondsOf(times.reopenWithin),
    hours: hoursOf(hours),
  }
  return { name: name.trim(), settings, members: [...members] }
}

/** What must be mended before it can be saved. @param others the names of the other groups */
export const groupProblems = ({ name, members, times, hours }: GroupDraft, others: readonly string[]): Problems => ({
  ...nameProblem(name, others),
  ...(members.length > limits.membersOfGroup && {
    members: texts.administration.groups.tooManyMembers(limits.membersOfGroup),
  }),
  ...timeProblems(times),
  ...hoursProblems(hours),
})

/** The fields that this form has, as the server names them. */
export const groupFields: readonly RegExp[] = [
  /^settings\.hours\.week\.\d+\.\d+/,
  /^settings\.hours\.holidays\.\d+\.openings\.\d+/,
  /^settings\.hours\.holidays\.\d+\.(date|name)/,
  /^settings\.hours\.(zone|holidays)/,
  /^settings\.(answerWithin|giveUpAfter|firstAnswerTarget|nextAnswerTarget|endAfter|reopenWithin)/,
  /^(name|members)/,
]

const timeProblems = (times: GroupDraft['times']): Problems =>
  problemsOf(
    Object.entries(times).map(([setting, duration]) => [
      `settings.${setting}`,
      durationProblem(setting as TimeSetting, duration),
    ]),
  )
