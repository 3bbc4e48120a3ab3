/** For administrators. */
export const identityPaths = {
  getIdentitySecret: 'GET /api/identity-secret',
  renewIdentitySecret: 'POST /api/identity-secret',
} as const
