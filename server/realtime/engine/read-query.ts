import { RequestRefusal } from './http-answer.ts'

/** The parameters of a query string. Unlike URLSearchParams it leaves a plus a plus: the libraries sign what they mean. */
export function readQuery(search: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>()
  for (const part of search.replace(/^\?/, '').split('&')) {
    if (part === '') continue
    const at = part.indexOf('=')
    const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)]
    query.set(decode(name), decode(value))
  }
  return query
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new RequestRefusal(400, 'The address is not encoded as it should be.')
  }
}
