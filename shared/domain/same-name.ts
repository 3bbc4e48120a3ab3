/** Whether people would take both for the same name: Sales, sales and “ SALES ”. */
export const isSameName = (one: string, other: string): boolean => spelled(one) === spelled(other)

const spelled = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
