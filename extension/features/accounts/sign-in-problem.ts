import type { Refusal } from '#shared/contract/refusals.ts'
import { readServerUrl } from '../../background/accounts/read-server-url.ts'
import { texts } from '../../i18n/texts.ts'

export interface SignInForm {
  readonly serverUrl: string
  readonly username: string
  readonly password: string
}
/** What is wrong, at the field where it can be mended. */
export type SignInProblems = { readonly [K in keyof SignInForm]?: string | undefined }

const t = texts.accounts

/** What is missing before anything is asked of the server; null when nothing is. */
export function missingIn({ serverUrl, username, password }: SignInForm): SignInProblems | null {
  const server = serverProblem(serverUrl)
  const problems: SignInProblems = {
    ...(server && { serverUrl: server }),
    ...(!username.trim() && { username: t.missingUsername }),
    ...(!password && { password: t.missingPassword }),
  }
  return Object.keys(problems).length ? problems : null
}

function serverProblem(address: string): string | null {
  if (!address.trim()) return t.missingServer
  return readServerUrl(address) ? null : t.badServer
}

/** The server's answer, at the field that it is about. */
export const refusedAt = ({ code, message }: Refusal): SignInProblems =>
  code === 'wrong-credentials' || code === 'too-many-requests' ? { password: message } : { serverUrl: message }

/** Words about an address that works but is not safe: plain http to another machine. */
export function addressWarning(address: string): string | null {
  const url = URL.parse(readServerUrl(address) ?? '')
  return url?.protocol === 'http:' && !isThisComputer(url.hostname) ? t.plainHttp : null
}

const isThisComputer = (host: string) =>
  host === 'localhost' || host.endsWith('.localhost') || /^127\./.test(host) || host === '[::1]'
