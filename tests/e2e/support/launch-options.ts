import { fileURLToPath } from 'node:url'
import type { LaunchOptions } from '@playwright/test'
import { chromiumPath } from '../../support/browsers.ts'

/** Chromium, or the real Firefox of this machine by WebDriver BiDi. @param browserName as the project says */
export const launchOptionsFor = (browserName: string): LaunchOptions =>
  browserName === 'firefox'
    ? { executablePath: firefoxForPlaywright, channel: 'moz-firefox', firefoxUserPrefs }
    : { executablePath: chromiumPath(), args: ['--no-sandbox'] }

const firefoxForPlaywright = fileURLToPath(new URL('../../support/firefox-for-playwright.mjs', import.meta.url))

// Its driver presses nothing in a frame that has a process of its own.
const firefoxUserPrefs = { 'fission.autostart': false }
