import { defineConfig } from '@playwright/test'

// No webServer: each fixture starts the servers it needs, on free ports.
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/postgres-for-the-run.ts',
  outputDir: 'tests/results/artifacts',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: 'chromium', testIgnore: '**/firefox/**' },
    // Playwright cannot load an extension into Firefox; these specs drive the installed one by its own protocol.
    { name: 'firefox', testMatch: '**/firefox/**/*.spec.ts' },
  ],
  reporter: [['list'], ['json', { outputFile: 'tests/results/playwright.json' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
