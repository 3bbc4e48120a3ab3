import { expect, test } from 'vitest'
import { runStages } from '../../scripts/testing/run-stages.mjs'

const stage = (name: string, passed: number, failed: number) => ({
  name,
  run: async () => ({ passed, failed, skipped: 0 }),
})
const crashing = { name: 'build', run: () => Promise.reject(new Error('Building the widget failed: no such file')) }

test('all green: the totals are the last line, alone, and the exit code is 0', async () => {
  const { code, lines } = await runAll([stage('checks', 4, 0), stage('unit', 10, 0)])
  expect(lines.at(-1)).toBe('14 passed, 0 failed')
  expect(code).toBe(0)
})

test('a failing stage does not hide the later ones, and gives a non-zero exit code', async () => {
  const { code, lines } = await runAll([stage('checks', 3, 1), stage('unit', 10, 2)])
  expect(lines.at(-1)).toBe('13 passed, 3 failed')
  expect(code).toBe(1)
})

test('each failed test is named with its reason after the last stage, so that the end of a long output says it all', async () => {
  const failures = ['✗ tests/a.test.ts › S5: nothing is lost\n    expected 1 to be 2']
  const unit = { name: 'unit', run: async () => ({ passed: 1, failed: 1, skipped: 0, failures }) }
  const { lines } = await runAll([unit, stage('end-to-end', 10, 0)])
  const named = lines.indexOf('✗ tests/a.test.ts › S5: nothing is lost')
  expect(named).toBeGreaterThan(lines.indexOf('── end-to-end'))
  expect(lines[named + 1]).toBe('    expected 1 to be 2')
})

test('a stage that crashes counts as one failure and its own words are shown', async () => {
  const { code, lines } = await runAll([crashing, stage('unit', 10, 0)])
  expect(lines.join('\n')).toContain('Building the widget failed: no such file')
  expect(lines.at(-1)).toBe('10 passed, 1 failed')
  expect(code).toBe(1)
})

test('nothing runs after an essential stage failed', async () => {
  const { code, lines } = await runAll([{ ...crashing, essential: true }, stage('unit', 10, 0)])
  expect(lines.at(-1)).toBe('0 passed, 1 failed')
  expect(code).toBe(1)
})

test('a run without any test is a failure', async () => {
  const { code, lines } = await runAll([stage('dependencies', 0, 0)])
  expect(lines.at(-1)).toBe('0 passed, 0 failed')
  expect(code).toBe(1)
})

async function runAll(stages: Parameters<typeof runStages>[0]) {
  const said: string[] = []
  const code = await runStages(stages, (line) => said.push(...line.split('\n')))
  return { code, lines: said }
}
