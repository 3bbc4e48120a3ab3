import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/**
 * An answer's first bytes, unpacked; the rest is not waited for. Throws where it breaks off or cannot be unpacked.
 * @param most bytes, counted after unpacking: what is small on its way may be endless
 */
export async function readStart(response: IncomingMessage, most: number): Promise<{ bytes: Buffer; isCut: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of unpacked(response)) {
      chunks.push(chunk)
      length += chunk.length
      if (length > most) break
    }
  } finally {
    response.destroy()
  }
  return { bytes: Buffer.concat(chunks).subarray(0, most), isCut: length > most }
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = unpackers[(response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()]
  if (!unpack) return response
  const unpacking = unpack()
  response.on('error', (error) => unpacking.destroy(error))
  return response.pipe(unpacking)
}

const unpackers: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}
