import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { LongestFirst } from './tests/support/longest-first.ts'

const NODE_TESTS = ['server', 'shared', 'sync', 'scripts', 'snippet-generator', 'support']

// How long until a test counts as hanging, and a wait as in vain, on a machine of two cores that is doing other things as well.
const patience = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } }
const setupFiles = ['tests/support/patience.ts', 'tests/support/same-cases.ts']
const onScreen = [...setupFiles, 'tests/widget/patience-on-screen.ts']

export default defineConfig({
  test: {
    // Vitest's own choice would leave one of two cores without work.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...patience,
          name: 'server',
          environment: 'node',
          setupFiles,
          include: NODE_TESTS.map((folder) => `tests/${folder}/**/*.test.ts`),
          globalSetup: ['tests/support/postgres-for-the-run.ts'],
        },
      },
      {
        plugins: [WxtVitest(), preact()],
        test: {
          ...patience,
          name: 'extension',
          environment: 'happy-dom',
          include: ['tests/extension/**/*.test.{ts,tsx}'],
          setupFiles: [...onScreen, 'tests/support/extension-world.ts'],
        },
      },
      {
        plugins: [preact()],
        test: {
          ...patience,
          name: 'widget',
          environment: 'happy-dom',
          setupFiles: onScreen,
          include: ['tests/widget/**/*.test.{ts,tsx}', 'tests/snippet-generator/**/*.test.tsx'],
        },
      },
    ],
  },
})
