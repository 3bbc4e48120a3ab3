import { cleanup, configure, render } from '@testing-library/preact'
import { afterEach } from 'vitest'

// The whole page in every message hides the message.
configure({ getElementError: (message) => new Error(message ?? 'Not found') })
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

/** Draws something for one test. */
export const draw = render
