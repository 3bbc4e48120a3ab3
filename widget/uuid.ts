/**
 * A random UUID, also on pages without TLS, where `crypto.randomUUID` is missing: by its standard an object URL ends with one.
 * @see https://w3c.github.io/FileAPI/#unicodeBlobURL
 */
export function uuid(): string {
  const url = URL.createObjectURL(new Blob())
  URL.revokeObjectURL(url)
  return url.slice(-36)
}
