import { signal } from '@preact/signals'

/** True after the background did not answer at all: the surface says so (`FailureBanner`). */
export const unanswered = signal(false)

/** Runs a command for which nobody waits. A refusal comes back through the database; no answer at all is told on the surface. */
export async function attempt(asked: Promise<unknown>): Promise<void> {
  try {
    await asked
    unanswered.value = false
  } catch (error) {
    console.error('The background did not answer', error)
    unanswered.value = true
  }
}
