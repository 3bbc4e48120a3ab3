/** Most characters of a page's address and title. Apart, since they are all that a page with a shut panel has to know. */
export const pageLimits = { url: 2_000, title: 300 } as const
