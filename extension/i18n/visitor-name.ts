import type { Person } from '#shared/contract/actors.ts'
import { texts } from './texts.ts'

/** What a visitor is called; one who has not said their name is a **Visitor**. */
export const visitorName = ({ name }: Pick<Person, 'name'>): string => name || texts.visitors.unnamed
