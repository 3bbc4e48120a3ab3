import { join } from 'node:path'

/** One part of the address space and the folder of built files that it shows. */
export interface Mount {
  readonly prefix: string
  readonly folder: string
  readonly kind: 'widget' | 'page' | 'download'
}

/** Where each built part is served. The longest prefix that fits an address counts. */
export const mountsOf = (dist: string): readonly Mount[] => [
  { prefix: '/widget.js', folder: join(dist, 'widget/widget.js'), kind: 'widget' },
  { prefix: '/widget.d.ts', folder: join(dist, 'widget/widget.d.ts'), kind: 'widget' },
  { prefix: '/widget/', folder: join(dist, 'widget'), kind: 'widget' },
  { prefix: '/downloads/', folder: join(dist, 'extension'), kind: 'download' },
  { prefix: '/', folder: join(dist, 'site'), kind: 'page' },
]

export interface Place {
  readonly mount: Mount
  /** The file's path in the file system. */
  readonly path: string
}

/**
 * The file that an address names; nothing when it names none that may be served. The path is taken apart before it is put
 * together again: no segment may be empty, hidden or lead upwards, in whatever encoding.
 */
export function placeOf(mounts: readonly Mount[], pathname: string): Place | null {
  const mount = mounts.find(({ prefix }) => (prefix.endsWith('/') ? pathname.startsWith(prefix) : pathname === prefix))
  if (!mount) return null
  const rest = decoded(pathname.slice(mount.prefix.length))
  if (rest === null) return null
  if (!mount.prefix.endsWith('/')) return { mount, path: mount.folder }
  const segments = (rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest).split('/')
  if (!segments.every(isPlain)) return null
  if (mount.kind === 'download' && !/^[\w.-]+\.zip$/.test(segments.join('/'))) return null
  return { mount, path: join(mount.folder, ...segments) }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

const isPlain = (segment: string) => /^[\w@~+,=() -][\w@~+,=(). -]*$/.test(segment)
