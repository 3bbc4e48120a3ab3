import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What signs for an app. */
export interface Credentials {
  readonly key: string
  readonly secret: string
}

export interface ChannelAuthorization {
  readonly auth: string
  readonly channel_data?: string
}

export interface UserAuthentication {
  readonly auth: string
  readonly user_data: string
}

/** HMAC-SHA256 in hex: the one signature of the whole protocol. */
export function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}

export function md5(body: Uint8Array): string {
  return createHash('md5').update(body).digest('hex')
}

/** Compares without telling by its duration how much was right. */
export function sameText(expected: string, given: string | undefined): boolean {
  if (given === undefined) return false
  const wanted = Buffer.from(expected)
  const got = Buffer.from(given)
  return wanted.length === got.length && timingSafeEqual(wanted, got)
}

/** Permission for one socket on one channel. `channelData` is the JSON text that goes along, if any. */
export function signChannel(
  { key, secret }: Credentials,
  socketId: string,
  channel: string,
  channelData?: string,
): ChannelAuthorization {
  const text = channelData === undefined ? `${socketId}:${channel}` : `${socketId}:${channel}:${channelData}`
  const auth = `${key}:${sign(secret, text)}`
  return channelData === undefined ? { auth } : { auth, channel_data: channelData }
}

/** Proof of who the user of a socket is. `userData` is JSON text with an `id`. */
export function signUser({ key, secret }: Credentials, socketId: string, userData: string): UserAuthentication {
  return { auth: `${key}:${sign(secret, `${socketId}::user::${userData}`)}`, user_data: userData }
}
