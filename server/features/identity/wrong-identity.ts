import { refused } from '../../domain/refused.ts'

/** @param why a sentence for the site's developer */
export const wrong = (why: string) => refused('invalid-identity', `This identity does not count: ${why}`)
