/**
 * What a page's Content-Security-Policy has to allow: the script, and the frame that the chat runs in. Nothing else, and
 * no `unsafe-inline`.
 */
export const policyLines = (origin: string): string => `script-src ${origin}\nframe-src ${origin}`
