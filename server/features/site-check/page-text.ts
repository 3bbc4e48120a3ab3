/** A page's text in the encoding that its header says, else its own `<meta>`, else UTF-8. Never throws. */
export function pageText(bytes: Buffer, type: string): string {
  const start = bytes.subarray(0, 1024).toString('latin1')
  const label = CHARSET.exec(type)?.[1] ?? CHARSET.exec(start)?.[1] ?? 'utf-8'
  return decoderOf(label).decode(bytes)
}

const CHARSET = /charset\s*=\s*["']?\s*([\w:.-]{2,40})/i

function decoderOf(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
