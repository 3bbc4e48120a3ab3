import { failuresOfPlaywright, failuresOfVitest } from './name-failures.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number, failures?: string[] }} Counts failures: each failed test's name, and why */

/**
 * What Vitest's JSON report says. A file that could not even be loaded has no tests in it and counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { name?: string, status: string, message?: string, assertionResults: import('./name-failures.mjs').VitestTest[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: failuresOfVitest(report),
  }
}

/**
 * What Playwright's JSON report says. A flaky test failed at least once, so it failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   suites?: import('./name-failures.mjs').PlaywrightSuite[], errors: { message?: string }[] }} report
 * @param {import('./name-failures.mjs').Read} read of what a failed test has left
 * @returns {Counts}
 */
export function countPlaywright({ stats, suites, errors }, read) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: failuresOfPlaywright({ ...(suites && { suites }), errors }, read),
  }
}

/**
 * A stage's counts made honest by how its program ended: no report, a bad exit without a failed test, or no test at all is a failure.
 * @param {boolean} ok the program ended with code 0
 * @param {Counts | undefined} counts
 * @returns {Counts}
 */
export function judged(ok, counts = { passed: 0, failed: 0, skipped: 0 }) {
  const ran = counts.passed + counts.failed > 0
  return ok && ran ? counts : { ...counts, failed: Math.max(1, counts.failed) }
}

/** @param {Counts[]} stages @returns {Counts} */
export function total(stages) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    stages.reduce((all, counts) => all + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** The run's last line. @param {Counts} counts */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** @param {Counts} counts */
export function exitCode({ passed, failed }) {
  return failed === 0 && passed > 0 ? 0 : 1
}
