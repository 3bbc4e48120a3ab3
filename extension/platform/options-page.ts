import { browser } from './browser.ts'

/** Opens the options, or brings them to the front. */
export const openOptions = (): void => void browser.runtime.openOptionsPage()
