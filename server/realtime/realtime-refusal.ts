export type RealtimeRefusalCode = 'too-large' | 'invalid' | 'refused' | 'unreachable'

/** Nothing, or not everything, was published. The message names no secret and no signed address. */
export class RealtimeRefusal extends Error {
  readonly code: RealtimeRefusalCode

  constructor(code: RealtimeRefusalCode, message: string) {
    super(message)
    this.name = 'RealtimeRefusal'
    this.code = code
  }
}
