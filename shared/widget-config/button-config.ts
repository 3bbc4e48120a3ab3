import { choose } from './choose.ts'

/** What the button needs, before anything else of ours is in the page. */
export interface ButtonConfig {
  /** The accent, `#rrggbb`. What stands on it or is written in it is corrected for contrast. */
  readonly color: string
  readonly side: 'right' | 'left'
  readonly theme: 'system' | 'light' | 'dark'
  readonly shape: 'circle' | 'square' | 'pill'
  /** What the panel does on a phone: take the whole screen, or leave the page's top to be seen. */
  readonly phone: 'full' | 'compact'
  /** SVG path data for the button, in a box of 24×24, filled; empty: ours. */
  readonly icon: string
  /** Distance from the side and from the bottom, px, 0 to 400. */
  readonly offset: readonly [x: number, y: number]
}

/** As text, the distances with a comma between them. */
export type ButtonWords = Omit<ButtonConfig, 'offset'> & { readonly offset: `${number},${number}` }

/** Loaders carry this to every page, so it is as short as can be. */
const choices = {
  color: '#1f5eff|#[0-9a-fA-F]{6}',
  side: 'right|left',
  theme: 'system|light|dark',
  shape: 'circle|square|pill',
  phone: 'full|compact',
  icon: '|[mM][-\\w ,.+]+',
  offset: '20,20|(400|[1-3]?\\d?\\d),(400|[1-3]?\\d?\\d)',
} as const satisfies Record<keyof ButtonConfig, string>

/** The button's settings alone. What is wrong falls back to its default and is told in `problems`. Never throws. */
export const readButtonWords = (values: object, problems: string[]) =>
  choose(choices, values, problems) as unknown as ButtonWords

/** The same, each as what it is. */
export function readButton(values: object, problems: string[]): ButtonConfig {
  const { offset, ...words } = readButtonWords(values, problems)
  const [x = 0, y = 0] = offset.split(',').map(Number)
  return { ...words, offset: [x, y] }
}
