import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, which its owner alone keeps. */
export const newToken = () => randomBytes(32).toString('base64url')

/** What the database keeps of a token. A plain hash does: there is nothing to guess in 256 random bits. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
