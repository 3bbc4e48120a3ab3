import * as v from 'valibot'
import { refused } from '../domain/refused.ts'

const shownIssues = 10
const shownLength = 200

/**
 * The part of a request as its schema wants it. Keys that the schema does not know are left out, so that a newer client
 * can talk to an older server. Refuses anything else with `invalid-request` and where it was wrong; never repeats a value,
 * which may be a password.
 */
export function validate<S extends v.GenericSchema>(schema: S, part: string, value: unknown): v.InferOutput<S> {
  // To a schema a list is an object, and one whose fields are all optional takes it for an empty one.
  if (Array.isArray(value))
    throw refused('invalid-request', `The request is not as it should be: ${part}: must be an object, not a list.`)
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const issues = result.issues.slice(0, shownIssues).map((issue) => `${placeOf(part, issue)}: ${reasonOf(issue)}`)
  throw refused('invalid-request', `The request is not as it should be: ${issues[0]}.`, { issues })
}

const placeOf = (part: string, issue: v.BaseIssue<unknown>) =>
  [part, v.getDotPath(issue)].filter(Boolean).join('.').slice(0, shownLength)

/** Our own sentence where a schema has one; Valibot's default messages name the value that came. */
function reasonOf({ message, expected, received, kind }: v.BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid ')) return message
  if (kind === 'schema' && received === 'undefined') return 'is missing'
  return `must be ${expected ?? 'of another form'}`.slice(0, shownLength)
}
