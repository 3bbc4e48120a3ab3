import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { fileTypeOf } from './file-types.ts'

export type Encoding = 'br' | 'gzip'
export interface BuiltFile {
  readonly type: string
  readonly etag: string
  readonly plain: Buffer
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer>>>
}

/** Reads built files, each compressed once and kept until it is built anew. Gives nothing when there is none to serve. */
export function builtFiles() {
  const kept = new Map<string, { readonly stamp: string; readonly file: Promise<BuiltFile> }>()
  return async (path: string): Promise<BuiltFile | null> => {
    const type = fileTypeOf(path)
    // Our builds make no links: one that is there was put there, and may lead anywhere.
    const info = type && (await lstat(path).catch(() => null))
    if (!type || !info?.isFile()) return null
    const stamp = `${info.mtimeMs}-${info.size}`
    const known = kept.get(path)
    if (known?.stamp === stamp) return known.file
    const file = read(path, type)
    kept.set(path, { stamp, file })
    file.catch(() => kept.delete(path))
    return file
  }
}

async function read(path: string, { type, compresses }: { type: string; compresses: boolean }): Promise<BuiltFile> {
  const plain = await readFile(path)
  const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  return { type, etag, plain, encoded: compresses ? await compress(plain) : {} }
}

async function compress(plain: Buffer) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: plain.length }
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, { params }), gzipped(plain, { level: 9 })])
  return { br, gzip: gz }
}

const gzipped = promisify<Buffer, { level: number }, Buffer>(gzip)
