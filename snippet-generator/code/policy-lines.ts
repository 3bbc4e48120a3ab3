/**
 * What a page's Content-Security-Policy has to allow: the script, and the frame that the chat runs in. Nothing else, and
 * no `unsafe-inline`.
 * @param nonce where the policy knows scripts by that instead of by where they come from
 */
export const policyLines = (origin: string, nonce?: string): string =>
  `script-src ${nonce === undefined ? origin : `'nonce-${nonce}'`}\nframe-src ${origin}`
