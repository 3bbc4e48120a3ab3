import { fireEvent } from '@testing-library/preact'

/** A key, where the focus is. */
export const press = (key: string, more: KeyboardEventInit = {}): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
