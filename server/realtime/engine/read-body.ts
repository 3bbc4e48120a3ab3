import { RequestRefusal } from './http-answer.ts'

/** The body's bytes. Stops reading, and refuses with 413, as soon as there are more than `longest`. */
export async function readBody(request: Request, longest: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > longest) throw tooLong(longest)
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body) {
    length += chunk.byteLength
    if (length > longest) throw tooLong(longest)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLong(longest: number): RequestRefusal {
  return new RequestRefusal(413, `A request body may have ${longest} bytes; nothing was published.`)
}
