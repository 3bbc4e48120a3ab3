/** What the panel asks before a chat has begun, where it has to. Apart, since most panels carry none of it. */
export const beginningPaths = {
  getAvailability: 'GET /api/availability',
  listOfferedGroups: 'GET /api/offered-groups',
} as const
