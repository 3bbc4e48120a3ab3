/** What a channel's name says about it: https://pusher.com/docs/channels/using_channels/channels/ */

const allowed = /^[-a-zA-Z0-9_=@,.;]+$/
const cached = /^(?:private-|presence-|private-encrypted-)?cache-/
const userPrefix = '#server-to-user-'

/** The rule for people. */
export const channelNameRule = 'A channel name has 1 to 200 characters, of A-Z a-z 0-9 _ - = @ , . and ; only.'

export function isChannelName(name: string, longest: number): boolean {
  return name.length <= longest && allowed.test(name)
}

export function isPrivate(name: string): boolean {
  return name.startsWith('private-') || isPresence(name)
}

export function isPresence(name: string): boolean {
  return name.startsWith('presence-')
}

export function isEncrypted(name: string): boolean {
  return name.startsWith('private-encrypted-')
}

export function isCache(name: string): boolean {
  return cached.test(name)
}

/** The user a `#server-to-user-<id>` channel belongs to; undefined for every other name. */
export function userOfChannel(name: string): string | undefined {
  return name.startsWith(userPrefix) && name.length > userPrefix.length ? name.slice(userPrefix.length) : undefined
}

export function channelOfUser(userId: string): string {
  return userPrefix + userId
}
