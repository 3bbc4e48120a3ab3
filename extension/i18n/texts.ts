import { en } from './en.ts'
import { administration } from './en-administration.ts'
import { attention } from './en-attention.ts'
import { identity } from './en-identity.ts'
import { identitySecret } from './en-identity-secret.ts'
import { joining } from './en-joining.ts'
import { moving } from './en-moving.ts'
import { privacy } from './en-privacy.ts'
import { siteCheck } from './en-site-check.ts'
import { team } from './en-team.ts'
import { visitors } from './en-visitors.ts'

/** The interface's words in the language in use. */
export const texts = {
  ...en,
  administration,
  attention,
  identity,
  identitySecret,
  joining,
  moving,
  privacy,
  siteCheck,
  team,
  visitors,
}
