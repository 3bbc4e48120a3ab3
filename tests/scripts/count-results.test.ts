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
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 1 })
})

test('a flaky end-to-end test and an error outside any test count as failures', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
  expect(countPlaywright({ stats, errors: [{ message: 'no tests found' }] })).toEqual({
    passed: 5,
    failed: 3,
    skipped: 2,
  })
})

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
