import { ApiError } from '#shared/client/api-client.ts'

/** What to tell about a failed call: here nothing is tried again by itself. */
export const whyNot = (error: unknown): string =>
  error instanceof ApiError && error.refusal
    ? error.refusal.message
    : 'The server cannot be reached just now. Nothing was changed; try again in a moment.'
