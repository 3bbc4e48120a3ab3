import type { IncomingMessage } from 'node:http'
import { limits } from '#shared/contract/limits.ts'
import { refused } from '../domain/refused.ts'

/**
 * A request's JSON, with every bound checked before anything is parsed: size (also of a chunked body), content type,
 * encoding. An empty body gives nothing. Refuses with `too-large`, `wrong-content-type` or `invalid-request`.
 */
export async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(incoming)
  if (bytes.length === 0) return undefined
  const type = (incoming.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw refused('wrong-content-type', 'The body must be sent as application/json.')
  return parse(decode(bytes))
}

/** A request's body as it came, of whatever type, for a signature over it. Refuses with `too-large` or `invalid-request`. */
export const readText = async (incoming: IncomingMessage): Promise<string> => decode(await readBytes(incoming))

async function readBytes(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    // Leaving the loop must not destroy the connection: the refusal still has to go out on it.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      length += chunk.length
      if (length <= limits.requestBytes) chunks.push(chunk)
      else if (length > discarded) throw tooLarge()
    }
  } catch (error) {
    throw incoming.destroyed ? refused('invalid-request', 'The connection ended before the body did.') : error
  }
  if (length > limits.requestBytes) throw tooLarge()
  return Buffer.concat(chunks)
}

/**
 * A client that still writes when the answer comes may see a broken connection instead of it. So what is a little too
 * large is read to its end and thrown away, and only then refused; what is larger than this is cut off, bytes.
 */
const discarded = 1024 * 1024

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw refused('invalid-request', 'The body is not valid UTF-8.')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refused('invalid-request', 'The body is not valid JSON.')
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const tooLarge = () => refused('too-large', `The body is larger than ${limits.requestBytes / 1024} kB.`)
