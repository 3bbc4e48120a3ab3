import type { IncomingMessage } from 'node:http'
import type { EngineState } from './engine-state.ts'
import { type CloseCode, errorCode } from './error-codes.ts'

export interface HandshakeRefusal {
  readonly code: CloseCode
  readonly message: string
}

/** Why this client may not connect, or undefined where it may. */
export function refuseHandshake(state: EngineState, request: IncomingMessage): HandshakeRefusal | undefined {
  const { app, limits, connections } = state
  const [path = '', query = ''] = splitOnce(request.url ?? '', '?')
  const key = /^\/app\/([^/]+)\/?$/.exec(path)?.[1]
  if (key === undefined) return { code: errorCode.pathNotFound, message: 'Connect to /app/{key}.' }
  const version = new URLSearchParams(query).get('protocol')
  if (version === null) return { code: errorCode.missingProtocol, message: 'No protocol version was given.' }
  if (!/^\d{1,3}$/.test(version)) {
    return { code: errorCode.invalidVersion, message: 'The protocol version must be a number.' }
  }
  if (Number(version) < 5 || Number(version) > 7) {
    return { code: errorCode.unsupportedProtocol, message: 'This server speaks the protocol versions 5 to 7.' }
  }
  if (key !== app.key) return { code: errorCode.unknownApp, message: 'No app has this key.' }
  if (app.enabled === false) return { code: errorCode.appDisabled, message: 'This app is disabled.' }
  if (app.tlsOnly && !isSecure(request)) return { code: errorCode.tlsOnly, message: 'This app needs TLS (wss).' }
  if (app.maxConnections !== undefined && connections.size >= app.maxConnections) {
    return { code: errorCode.overQuota, message: 'This app has used up its connections.' }
  }
  if (connections.size >= limits.connections) {
    return { code: errorCode.overCapacity, message: 'This server is full; come back later.' }
  }
  return undefined
}

function isSecure(request: IncomingMessage): boolean {
  return 'encrypted' in request.socket || request.headers['x-forwarded-proto'] === 'https'
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
