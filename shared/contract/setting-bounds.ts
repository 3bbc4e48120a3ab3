/** From and to which a group's times may be set, in seconds. Apart from the schemas, so that a form carries no validator. */
export const settingBounds = {
  answerWithin: [10, 600],
  giveUpAfter: [30, 86_400],
  firstAnswerTarget: [5, 86_400],
  nextAnswerTarget: [5, 86_400],
  endAfter: [120, 86_400],
  reopenWithin: [60, 2_592_000],
} as const satisfies Readonly<Record<string, readonly [number, number]>>
