import type { Text } from './en.ts'

/** Texts of how a chat begins where that is more than a name: fetched when it is. */
export const enBeginning = {
  nobodyThere: 'Nobody is available just now.',
  awayHint: 'Leave a message, and the answer comes by e-mail. Or let us call you back.',
  chatAnyway: 'Or begin a chat, and wait here until somebody is back.',
  group: 'Who should answer?',
  anyGroup: 'Anybody',
  describe: 'What is it about? (optional)',
  invites: '{name} invites you to a chat.',
  accept: 'Accept',
  decline: 'Decline',
} as const satisfies Record<string, Text>

export type BeginningTextKey = keyof typeof enBeginning
