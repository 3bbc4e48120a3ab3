import type { Refusal } from '#shared/contract/refusals.ts'
import { texts } from '../../i18n/texts.ts'

/** What is wrong, at the field where it can be mended; under '' what is about none. Fields are called as the contract calls them. */
export type Problems = Readonly<Record<string, string>>

const t = texts.administration

/** Those of some fields that have a problem. */
export const problemsOf = (fields: readonly (readonly [field: string, problem: string | undefined])[]): Problems =>
  Object.fromEntries(fields.flatMap(([field, problem]) => (problem === undefined ? [] : [[field, problem]])))

/**
 * A refusal of the server, at the fields that it is about.
 * @param fields patterns of those that the form has, the longer before the shorter
 * @param name what was typed as the name, for the sentence that says that it is taken
 */
export function refusedAt(refusal: Refusal, fields: readonly RegExp[], name: string): Problems {
  if (refusal.code === 'name-taken') return { name: t.nameTaken(name.trim()) }
  if (refusal.code === 'changed-meanwhile') return { '': t.changedMeanwhile(refusal.message) }
  if (refusal.code === 'username-taken') return { username: refusal.message }
  const issues = refusal.issues ?? []
  if (!issues.length) return { '': refusal.message }
  return Object.fromEntries(issues.toReversed().map((issue) => placed(issue, fields)))
}

/** `body.settings.hours.zone: must be a time zone` */
function placed(issue: string, fields: readonly RegExp[]): [string, string] {
  const [, path = '', reason = issue] = /^body\.?([^:]*): (.*)$/s.exec(issue) ?? []
  const field = fields.map((pattern) => pattern.exec(path)?.[0]).find((found) => found !== undefined)
  return field === undefined ? ['', `${path}: ${reason}.`] : [field, t.notSo(reason)]
}
