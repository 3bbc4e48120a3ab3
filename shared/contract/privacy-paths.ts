/** What a visitor asks about their own data. In a file of its own: few ask it. */
export const privacyPaths = {
  exportMyData: 'GET /api/visitor-session/data',
  deleteMyData: 'DELETE /api/visitor-session/data',
} as const
