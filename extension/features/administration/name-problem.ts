import { limits } from '#shared/contract/limits.ts'
import { isSameName } from '#shared/domain/same-name.ts'
import { texts } from '../../i18n/texts.ts'
import type { Problems } from './problems.ts'

const t = texts.administration

/**
 * Whether a name can be had.
 * @param others the names that are taken
 */
export function nameProblem(name: string, others: readonly string[] = []): Problems {
  const typed = name.trim()
  if (!typed) return { name: t.missingName }
  if (typed.length > limits.name) return { name: t.tooLong(limits.name) }
  return others.some((other) => isSameName(other, typed)) ? { name: t.nameTaken(typed) } : {}
}
