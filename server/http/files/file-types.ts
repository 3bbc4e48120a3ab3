import { extname } from 'node:path'

/** Types of the files that our own builds make. Anything else is not served. */
const types: Readonly<Record<string, { readonly type: string; readonly compresses: boolean }>> = {
  '.html': { type: 'text/html; charset=utf-8', compresses: true },
  '.js': { type: 'text/javascript; charset=utf-8', compresses: true },
  // Types for a page's own script; by this name browsers show them.
  '.ts': { type: 'text/plain; charset=utf-8', compresses: true },
  '.css': { type: 'text/css; charset=utf-8', compresses: true },
  '.json': { type: 'application/json', compresses: true },
  '.webmanifest': { type: 'application/manifest+json', compresses: true },
  '.svg': { type: 'image/svg+xml', compresses: true },
  '.txt': { type: 'text/plain; charset=utf-8', compresses: true },
  '.png': { type: 'image/png', compresses: false },
  '.jpg': { type: 'image/jpeg', compresses: false },
  '.webp': { type: 'image/webp', compresses: false },
  '.avif': { type: 'image/avif', compresses: false },
  '.ico': { type: 'image/x-icon', compresses: false },
  '.woff2': { type: 'font/woff2', compresses: false },
  '.mp3': { type: 'audio/mpeg', compresses: false },
  '.ogg': { type: 'audio/ogg', compresses: false },
  '.wav': { type: 'audio/wav', compresses: false },
  '.zip': { type: 'application/zip', compresses: false },
}

export const fileTypeOf = (path: string) => types[extname(path).toLowerCase()]
