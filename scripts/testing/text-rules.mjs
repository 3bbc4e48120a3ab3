/**
 * House rules that no linter knows, on the text of our files.
 * @typedef {object} TextRule
 * @property {(path: string) => boolean} covers
 * @property {(path: string, text: string) => string[]} complaints what is wrong, each with its line
 */

const HTML_SINKS =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|parseFromString|setHTMLUnsafe|parseHTMLUnsafe|srcdoc)\b|\bdocument\.write(ln)?\b/
const VAGUE_NAMES = /(^|[\\/])(utils?|helpers?|common|manager|services?|misc)(\.[a-z.]+)?($|[\\/])/
const LONGEST_FILE = 300

const isSource = (/** @type {string} */ path) => /\.(ts|tsx|mjs)$/.test(path)
const isShipped = (/** @type {string} */ path) => /^(shared|server|extension|widget|snippet-generator)\//.test(path)

/** @type {TextRule[]} */
const textRules = [
  {
    covers: (path) => isSource(path) && isShipped(path),
    complaints: (_path, text) =>
      linesMatching(text, HTML_SINKS, 'text from people is never parsed as HTML: make elements and set textContent'),
  },
  {
    covers: isSource,
    complaints: (path) =>
      VAGUE_NAMES.test(path) ? ['this name says nothing: name the file after what it exports'] : [],
  },
  {
    covers: isSource,
    complaints: (_path, text) => {
      const lines = text.split('\n').length - 1
      return lines > LONGEST_FILE ? [`${lines} lines: split it, no file is longer than ${LONGEST_FILE}`] : []
    },
  },
  {
    covers: (path) => isSource(path) && path !== 'scripts/testing/text-rules.mjs',
    complaints: (_path, text) => linesMatching(text, /\b(TODO|FIXME)\b/, 'do it now, or write an issue'),
  },
  {
    covers: (path) => path === 'package-lock.json',
    complaints: (_path, text) =>
      linesMatching(
        text,
        /"resolved": "http/,
        'the lockfile names no registry host: npm i with omit-lockfile-registry-resolved',
      ),
  },
]

/**
 * @param {string} path relative to the root, with forward slashes
 * @param {string} text
 * @returns {string[]} complaints, each beginning with the path
 */
export function complaintsAbout(path, text) {
  const rules = textRules.filter((rule) => rule.covers(path))
  return rules.flatMap((rule) => rule.complaints(path, text)).map((complaint) => `${path}: ${complaint}`)
}

/** @param {string} text @param {RegExp} pattern @param {string} message */
function linesMatching(text, pattern, message) {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => (pattern.test(line) ? [`line ${index + 1}: ${message}`] : []))
}
