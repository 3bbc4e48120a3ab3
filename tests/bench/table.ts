import type { Figure } from './figure.ts'

interface Result {
  readonly name: string
  readonly figures: readonly Figure[]
  /** Why there are no figures. */
  readonly reason?: string
}

/** The figures as text, one a line. */
export function table(results: readonly Result[]): string {
  const width = Math.max(...results.flatMap(({ figures }) => figures.map(({ name }) => name.length)), 0)
  return results
    .map(({ name, figures, reason }) =>
      [name, ...figures.map((figure) => line(figure, width)), ...(reason ? [`  not measured: ${reason}`] : [])].join(
        '\n',
      ),
    )
    .join('\n\n')
}

function line({ name, value, unit, atMost, aim, note }: Figure, width: number): string {
  const bounds =
    atMost === undefined ? '' : `  (at most ${atMost.toLocaleString('en')}, aim ${aim?.toLocaleString('en')})`
  return `  ${name.padEnd(width)}  ${readable(value).padStart(9)} ${unit}${bounds}${note ? `  ${note}` : ''}`
}

const readable = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 3 : 6, maximumFractionDigits: 2 })
