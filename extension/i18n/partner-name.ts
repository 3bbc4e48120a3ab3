import { partnerOf, type Sided } from '../core/other-side.ts'
import { visitorName } from './visitor-name.ts'

/** What the other side of a chat is called: the visitor, or a colleague. */
export const partnerName = (row: Sided): string => visitorName(partnerOf(row))
