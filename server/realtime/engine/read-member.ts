import * as v from 'valibot'
import type { SignedInUser } from './connection.ts'
import type { Member } from './members.ts'

const shape = v.object({
  user_id: v.union([v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)), v.number()]),
  user_info: v.optional(v.unknown()),
})

/** The member that signed `channel_data` names, else the signed-in user; undefined where neither says who it is. */
export function readMember(channelData: unknown, user: SignedInUser | undefined): Member | undefined {
  const read = v.safeParse(shape, channelData)
  if (read.success) return { userId: read.output.user_id, userInfo: read.output.user_info }
  return channelData === undefined && user ? { userId: user.id, userInfo: user.info } : undefined
}
