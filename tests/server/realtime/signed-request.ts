import { createHash } from 'node:crypto'
import { sign } from '../../../server/realtime/engine/signature.ts'
import { type RunningEngine, testApp } from './running-engine.ts'

export interface Change {
  readonly key?: string
  readonly secret?: string
  /** Seconds from now. */
  readonly timestamp?: number
  readonly version?: string
  readonly md5?: string
}

/** A request to `/apps/{id}{path}`, signed by hand: rightly, but for what `change` says. A text body is sent as it is. */
export function signedRequest(
  { port }: RunningEngine,
  method: string,
  path: string,
  body?: object | string,
  change: Change = {},
): Request {
  const { key = testApp.key, secret = testApp.secret, timestamp = 0, version = '1.0' } = change
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const md5 = change.md5 ?? createHash('md5').update(text).digest('hex')
  const full = `/apps/${testApp.id}${path}`
  const parameters = [
    `auth_key=${key}`,
    `auth_timestamp=${Math.floor(Date.now() / 1000) + timestamp}`,
    `auth_version=${version}`,
    ...(text === '' ? [] : [`body_md5=${md5}`]),
  ].join('&')
  const signature = sign(secret, `${method}\n${full}\n${parameters}`)
  return new Request(`http://127.0.0.1:${port}${full}?${parameters}&auth_signature=${signature}`, {
    method,
    ...(text === '' ? {} : { body: text }),
  })
}
