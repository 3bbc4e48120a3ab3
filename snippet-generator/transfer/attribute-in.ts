/**
 * The value of an attribute in pasted code, with its entities read. Read by hand, because a parser of HTML would build what
 * somebody pasted.
 */
export function attributeIn(code: string, name: string): string | undefined {
  const [, single, double] = new RegExp(`\\s${name}\\s*=\\s*(?:'([^']*)'|"([^"]*)")`, 'i').exec(code) ?? []
  const value = single ?? double
  return value?.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, word?: string, decimal?: string, hex?: string) => {
      if (word) return entities[word.toLowerCase()] ?? whole
      const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
