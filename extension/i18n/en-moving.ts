/** Moving a chat to another group (R8). */
export const moving = {
  label: 'Move to group',
  explained: (group: string) => `The chat is in ${group}. In another group it rings like a new one.`,
  question: (group: string, visitor: string) => `Move the chat to ${group}? You leave it, and ${visitor} waits there.`,
  move: 'Move',
  underWay: 'Moving the chat…',
}
