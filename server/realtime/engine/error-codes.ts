/**
 * The codes of Pusher Channels protocol 7 and what a person reading a console is told.
 * `pusher-js` never reconnects after 40xx, backs off after 41xx, reconnects at once after 42xx, and takes a CLOSE with
 * 4300 or more for a final refusal: 4301 and 4302 therefore travel as an event, never as a close code.
 */
export const errorCode = {
  tlsOnly: 4000,
  unknownApp: 4001,
  appDisabled: 4003,
  overQuota: 4004,
  pathNotFound: 4005,
  invalidVersion: 4006,
  unsupportedProtocol: 4007,
  missingProtocol: 4008,
  unauthorized: 4009,
  overCapacity: 4100,
  reconnect: 4200,
  noPong: 4201,
  inactive: 4202,
  clientEventRefused: 4301,
  watchlistTooLong: 4302,
} as const

export type ErrorCode = (typeof errorCode)[keyof typeof errorCode]

export type CloseCode = Exclude<ErrorCode, 4301 | 4302>
