/** What a tab has to know of `visitLease`, in ms. */
export const tabLease = { renewEvery: 25_000, awayAfter: 300_000 } as const
