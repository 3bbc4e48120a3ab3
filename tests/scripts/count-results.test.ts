import { expect, test } from 'vitest'
import {
  countPlaywright,
  countVitest,
  exitCode,
  judged,
  lastLine,
  total,
} from '../../scripts/testing/count-results.mjs'

const none = { passed: 0, failed: 0, skipped: 0 }

test('a test file that could not be loaded counts as one failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'S5: nothing is lost', failureMessages: ['expected 1 to be 2'] },
          { status: 'passed' },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'cannot find module', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
    ],
  }
  expect(countVitest(report)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 1,
    failures: ['✗ a.test.ts › S5: nothing is lost\n    expected 1 to be 2', '✗ b.test.ts\n    cannot find module'],
  })
})

test('a flaky end-to-end test and an error outside any test count as failures, with what the page held', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
  const suites = [
    {
      title: 'w.spec.ts',
      suites: [
        {
          title: 'W2',
          specs: [
            spec('reopens', 'unexpected', [
              { status: 'failed', error: { message: 'not visible' }, attachments: left('reopens') },
            ]),
            spec('badge', 'flaky', [{ status: 'timedOut', error: { message: 'too late' } }, { status: 'passed' }]),
            spec('closes', 'unexpected', [
              { status: 'failed', error: { message: 'still there' }, attachments: left('nothing') },
            ]),
            spec('rings', 'expected', [{ status: 'passed' }]),
          ],
        },
      ],
    },
  ]
  const read = (path: string) => {
    if (path !== 'reopens.md') throw new Error(`no ${path}`)
    return '# Page\n\n```yaml\n- button "Contact us"\n```\n\n```ts\nthe test\n```\n'
  }
  expect(countPlaywright({ stats, suites, errors: [{ message: 'no tests found' }] }, read)).toEqual({
    passed: 5,
    failed: 3,
    skipped: 2,
    failures: [
      '✗ [chromium] w.spec.ts › reopens\n    not visible\n    the page:\n    - button "Contact us"',
      '✗ [chromium] w.spec.ts › badge\n    too late',
      '✗ [chromium] w.spec.ts › closes\n    still there\n    The page could not be read: no nothing.md',
      '✗ outside any test\n    no tests found',
    ],
  })
})

const left = (name: string) => [{ name: 'error-context', path: `${name}.md` }]

test('a program that ends badly is a failure, also when every test in its report passed', () => {
  expect(judged(false, { passed: 7, failed: 0, skipped: 0 })).toEqual({ passed: 7, failed: 1, skipped: 0 })
  expect(judged(false, { passed: 7, failed: 3, skipped: 0 })).toEqual({ passed: 7, failed: 3, skipped: 0 })
})

test('a program that left no report, or ran no test, is a failure', () => {
  expect(judged(true, undefined)).toEqual({ ...none, failed: 1 })
  expect(judged(true, { ...none, skipped: 4 })).toEqual({ passed: 0, failed: 1, skipped: 4 })
})

test('the last line adds the stages up and names skipped tests only when there are some', () => {
  expect(
    lastLine(
      total([
        { passed: 2, failed: 0, skipped: 0 },
        { passed: 3, failed: 1, skipped: 0 },
      ]),
    ),
  ).toBe('5 passed, 1 failed')
  expect(lastLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped')
})

test('the exit code is 0 only when something ran and nothing failed', () => {
  expect(exitCode({ ...none, passed: 1 })).toBe(0)
  expect(exitCode({ ...none, passed: 1, failed: 1 })).toBe(1)
  expect(exitCode(none)).toBe(1)
})

function spec(
  title: string,
  status: string,
  results: { status: string; error?: { message: string }; attachments?: { name: string; path: string }[] }[],
) {
  return { title, file: 'w.spec.ts', ok: status === 'expected', tests: [{ status, projectName: 'chromium', results }] }
}
