/**
 * Where two values differ, as narrow as one path can say: `texts.welcome`, `channels.0.to`; empty when they are the same.
 * Lists of different lengths, and places where two things differ at once, are named as a whole.
 */
export function changedPath(before: unknown, after: unknown): string {
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) return ''
  if (Array.isArray(before) && before.length !== after.length) return ''
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const [key, ...others] = keys.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  if (key === undefined || others.length > 0) return ''
  // A language's first text, and its last, are as narrow as those between.
  const rest = changedPath(before[key] ?? {}, after[key] ?? {})
  return rest === '' ? key : `${key}.${rest}`
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Whether people change it letter by letter or by dragging, rather than by one press. */
export const isWrittenByAndBy = (path: string) =>
  /^(color|icon|offset\.\d|texts\..+|rules\.\d+\.page|channels\.\d+\.(to|subject|text|label|icon|hours.*)|fields\.\d+(\.(key|label|options.*))?)$/.test(
    path,
  )
