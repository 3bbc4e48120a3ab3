import { defineConfig } from '@playwright/test'
import type { TopologyOption } from './tests/e2e/support/topology.ts'

// No webServer: each fixture starts the servers it needs, on free ports.
export default defineConfig<TopologyOption>({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/postgres-for-the-run.ts',
  outputDir: 'tests/results/artifacts',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // More than cores: a test mostly waits for browsers and servers.
  workers: 3,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'chromium', testIgnore: '**/{firefox,webkit}/**' },
    // The same chats on two server processes, PostgreSQL and an engine of its own; not what is about looks, forms and pages alone.
    {
      name: 'chromium-cluster',
      testMatch: ['**/{main-job,extension}/**/*.spec.ts', '**/widget/{chat,invited,waiting}.spec.ts'],
      testIgnore: '**/{barriers,keyboard,right-to-left}.spec.ts',
      use: { topology: 'cluster' },
    },
    // In the Firefox that is installed: other people’s pages, the way of a newcomer to one, and what each browser loads in its own way.
    {
      name: 'firefox-pages',
      testMatch: [
        '**/hostile/{policies,styles,scripts,dialog}.spec.ts',
        '**/widget/parts.spec.ts',
        '**/snippet-generator/newcomer.spec.ts',
      ],
      use: { browserName: 'firefox' },
    },
    // Playwright cannot load an extension into Firefox; these specs drive the installed one by its own protocol.
    { name: 'firefox', testMatch: '**/firefox/**/*.spec.ts' },
    // Nor does it drive a WebKit that is not its own.
    { name: 'webkit', testMatch: '**/webkit/**/*.spec.ts' },
  ],
  reporter: [['list'], ['json', { outputFile: 'tests/results/playwright.json' }]],
  // A trace of every test would take 5 to 20 % of all that they compute, more with its pictures; what the page held when a test
  // failed is kept, and printed at the end. `npx playwright test --trace on` makes traces of what one looks into.
  use: { screenshot: 'only-on-failure' },
})
