import { type Refusal, refuse } from '#shared/contract/refusals.ts'
import { ApiError } from './api-client.ts'

/** What to tell a person about a failed call. Apart from the client, so that who tells nobody does not carry it. */
export const reasonOf = (error: unknown): Refusal =>
  error instanceof ApiError && error.refusal
    ? error.refusal
    : refuse('unavailable', 'The server cannot be reached just now. Nothing was lost; it is tried again by itself.')
