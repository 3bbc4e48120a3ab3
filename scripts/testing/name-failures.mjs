/** @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} VitestTest */
/** @typedef {{ title: string, file?: string, line?: number, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */
/** @typedef {{ title: string, file?: string, ok: boolean, tests: PlaywrightTest[] }} PlaywrightSpec */
/** @typedef {{ status: string, projectName?: string, results: PlaywrightResult[] }} PlaywrightTest */
/** @typedef {{ status: string, error?: { message?: string }, attachments?: { name: string, path?: string }[] }} PlaywrightResult */
/** @typedef {(path: string) => string} Read a file's text; throws where there is none */

const MOST_LINES = 12
const MOST_LINES_OF_A_PAGE = 80

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
 * Which tests of Playwright's JSON report failed, flaky ones too, why, and what the page held then: where only the output of a
 * run is kept, that is all there is to find the cause by.
 * @param {{ suites?: PlaywrightSuite[], errors: { message?: string }[] }} report
 * @param {Read} read
 * @returns {string[]}
 */
export function failuresOfPlaywright({ suites = [], errors }, read) {
  return [
    ...suites.flatMap((suite) => failuresOfSuite(suite, read)),
    ...errors.map(({ message }) => told('outside any test', message)),
  ]
}

/** @param {PlaywrightSuite} suite @param {Read} read @returns {string[]} */
function failuresOfSuite({ specs = [], suites = [] }, read) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const failed = results.find(({ error }) => error)
        const why = told(`[${projectName}] ${file} › ${title}`, failed?.error?.message)
        return [why, ...pageOf(failed, read)].join('\n')
      }),
  )
  return [...own, ...suites.flatMap((suite) => failuresOfSuite(suite, read))]
}

/**
 * What the page held when a test failed, as Playwright has written it down.
 * @param {PlaywrightResult | undefined} result @param {Read} read @returns {string[]}
 */
function pageOf(result, read) {
  const path = result?.attachments?.find(({ name }) => name === 'error-context')?.path
  if (!path) return []
  try {
    const page = /^```yaml\n(.*?)^```/ms.exec(read(path))?.[1]
    return page ? ['    the page:', ...indented(page, MOST_LINES_OF_A_PAGE)] : []
  } catch (error) {
    return [`    The page could not be read: ${error instanceof Error ? error.message : error}`]
  }
}

/** @param {string} name @param {string | undefined} why @returns {string} */
function told(name, why = 'It says nothing of why.') {
  return [`✗ ${name}`, ...indented(why, MOST_LINES)].join('\n')
}

/** @param {string} text @param {number} most lines @returns {string[]} */
function indented(text, most) {
  const lines = text.trim().split('\n')
  return [...lines.slice(0, most).map((line) => `    ${line}`), ...(lines.length > most ? ['    …'] : [])]
}
