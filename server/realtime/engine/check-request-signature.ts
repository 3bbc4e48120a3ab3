import type { App } from './app.ts'
import { RequestRefusal } from './http-answer.ts'
import { md5, sameText, sign } from './signature.ts'

const clockSkew = 600

export interface SignedRequest {
  readonly method: string
  readonly path: string
  readonly query: ReadonlyMap<string, string>
  readonly body: Uint8Array
}

/**
 * Refuses with 401 what the app's secret has not signed, or signed more than 600 s away from `now` (milliseconds).
 * https://pusher.com/docs/channels/library_auth_reference/rest-api/#authentication
 */
export function checkRequestSignature(app: App, request: SignedRequest, now: number): void {
  const { query, body } = request
  if (query.get('auth_key') !== app.key)
    throw new RequestRefusal(401, 'auth_key is missing or not the key of this app.')
  if (query.get('auth_version') !== '1.0') throw new RequestRefusal(401, 'auth_version must be 1.0.')
  const timestamp = query.get('auth_timestamp') ?? ''
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > clockSkew) {
    throw new RequestRefusal(401, `auth_timestamp must be within ${clockSkew} seconds of the server's clock.`)
  }
  if (body.byteLength > 0 && !sameText(md5(body), query.get('body_md5'))) {
    throw new RequestRefusal(401, 'body_md5 is missing or not the MD5 of the body.')
  }
  if (!isSigned(app, request)) throw new RequestRefusal(401, 'auth_signature is missing or wrong.')
}

/** Libraries sign the path before URL encoding; others after. A signature over either shows the secret. */
function isSigned(app: App, { method, path, query }: SignedRequest): boolean {
  const signature = query.get('auth_signature')
  const parameters = [...query]
    .filter(([name]) => name !== 'auth_signature')
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return [path, decodePath(path)].some((form) =>
    sameText(sign(app.secret, `${method}\n${form}\n${parameters}`), signature),
  )
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
