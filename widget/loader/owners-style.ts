import type { Settings } from './read-settings.ts'

/** What the owner chose. */
export function ownersStyle({ color, side, theme, shape, phone, offset }: Settings) {
  const [x, y] = offset.split(',')
  // The panel needs 500 px beside the button: on less, the button moves towards its corner.
  const near = (px: unknown, all: string) => `min(${px}px,max(20px,100${all} - 500px))!important`
  return `:host{--x:${near(x, 'vw')};--y:${near(y, 'dvh')};--top:${phone === 'compact' ? 0.2 : 0};${side}:var(--x)!important;color-scheme:${theme === 'system' ? 'light dark' : theme}!important}iframe{${side}:0}button{border-radius:${shape === 'square' ? 14 : 28}px;${onAccent(color)}}`
}

/**
 * On the accent black or white, whichever reads better: both have a contrast of 4.58 at the lightness (CIE L*) of 49.4, so the
 * better one has more on every colour. White where a browser cannot calculate with colours (before 2024).
 */
export const onAccent = (color: string) =>
  `background:${color};color:#fff;color:lab(from ${color} calc((49.4 - l)*infinity) 0 0)`
