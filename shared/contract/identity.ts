import * as v from 'valibot'
import { route } from './route.ts'

/**
 * Who the site says that its visitor is, signed with the server's secret (W11): a JWT, or an id with its HMAC. What is wrong with
 * it is told in a sentence by whoever verifies it.
 */
export const SignedIdentity = v.object({
  /** JWT, HS256, with `sub` or `id`, and perhaps `name`, `email`, `phone`, `exp`. */
  token: v.optional(v.string()),
  id: v.optional(v.union([v.string(), v.number()])),
  /** HMAC-SHA256 of the id, in hexadecimal digits. */
  hash: v.optional(v.string()),
  /** Beside a hash these are not signed. */
  name: v.optional(v.string()),
  email: v.optional(v.string()),
  phone: v.optional(v.string()),
})
export type SignedIdentity = v.InferOutput<typeof SignedIdentity>

const Detail = v.picklist(['name', 'email', 'phone'])

/** A visitor whom the site has identified. */
export const Identity = v.object({
  /** What the site calls them. */
  id: v.string(),
  email: v.optional(v.string()),
  phone: v.optional(v.string()),
  /** What of it the site has signed besides the id. */
  signed: v.array(Detail),
})
export type Identity = v.InferOutput<typeof Identity>

const Secret = v.object({
  /** Signs identities: for the site's own server alone. */
  secret: v.string(),
  /** Since when it counts, ms since 1970. */
  since: v.number(),
})

/** The secret that sites sign identities with. */
export const identityApi = {
  getIdentitySecret: route({
    summary: 'The secret with which sites sign who their visitors are; made when it is asked for first (W11)',
    access: 'administrator',
    response: Secret,
  }),
  renewIdentitySecret: route({
    summary: 'Another secret: what the old one signed counts no more, and sessions that began with it end',
    access: 'administrator',
    response: Secret,
  }),
}
