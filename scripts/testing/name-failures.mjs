/** @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} VitestTest */
/** @typedef {{ title: string, file?: string, line?: number, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */
/** @typedef {{ title: string, file?: string, ok: boolean, tests: PlaywrightTest[] }} PlaywrightSpec */
/** @typedef {{ status: string, projectName?: string, results: { status: string, error?: { message?: string } }[] }} PlaywrightTest */

const MOST_LINES = 12

/**
 * Which tests of Vitest's JSON report failed, and why, so that the end of a long output says it all.
 * @param {{ testResults: { name?: string, status: string, message?: string, assertionResults: VitestTest[] }[] }} report
 * @returns {string[]}
 */
export function failuresOfVitest(report) {
  return report.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      if (failed.length === 0) return [told(`${name}`, message)]
      return failed.map((test) => told(`${name} › ${test.fullName}`, test.failureMessages?.join('\n')))
    })
}

/**
 * Which tests of Playwright's JSON report failed, flaky ones too, and why.
 * @param {{ suites?: PlaywrightSuite[], errors: { message?: string }[] }} report
 * @returns {string[]}
 */
export function failuresOfPlaywright({ suites = [], errors }) {
  return [...suites.flatMap(failuresOfSuite), ...errors.map(({ message }) => told('outside any test', message))]
}

/** @param {PlaywrightSuite} suite @returns {string[]} */
function failuresOfSuite({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) =>
        told(`[${projectName}] ${file} › ${title}`, results.find(({ error }) => error)?.error?.message),
      ),
  )
  return [...own, ...suites.flatMap(failuresOfSuite)]
}

/** @param {string} name @param {string | undefined} why @returns {string} */
function told(name, why = 'It says nothing of why.') {
  const lines = why.trim().split('\n')
  const shown = lines.slice(0, MOST_LINES).map((line) => `    ${line}`)
  return [`✗ ${name}`, ...shown, ...(lines.length > MOST_LINES ? ['    …'] : [])].join('\n')
}
