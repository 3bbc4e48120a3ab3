/**
 * What an owner must know before pasting a snippet that names this address (G5); nothing when it is fine anywhere.
 * @param origin of the server, as in `http://127.0.0.1:4400`
 */
export function addressAdvice(origin: string): string | undefined {
  const { protocol, hostname } = new URL(origin)
  if (isLoopback(hostname)) {
    return `${origin} can be reached from this computer alone, which is right for trying. For a public site, open the generator under the server’s public address and copy from there.`
  }
  if (protocol === 'http:') {
    return `A page served over https refuses scripts from ${origin}, because that is not encrypted. Give the server an https address, then copy from there.`
  }
  return undefined
}

const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname)
