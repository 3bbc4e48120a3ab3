import type { Settings } from './read-settings.ts'

/** Room that the panel needs beside the button, px: on less, the button moves towards its corner. */
const room = 500

/**
 * What the owner chose. On the accent black or white, whichever reads better: both have a contrast of 4.58 at the lightness
 * (CIE L*) of 49.4, so the better one has more on every colour. White where a browser cannot calculate with colours (before 2024).
 */
export function ownersStyle({ color, side, theme, shape, phone, offset: [x, y] }: Settings) {
  const near = (px: number, all: string) => `min(${px}px,max(20px,100${all} - ${room}px))!important`
  return `:host{--y:${near(y, 'dvh')};${side}:${near(x, 'vw')};color-scheme:${theme === 'system' ? 'light dark' : theme}!important}[popover]{${side}:${near(x, 'vw')}}iframe{${side}:0}[aria-expanded]{border-radius:${shape === 'square' ? 14 : 28}px}[aria-expanded],i{background:${color};color:#fff;color:lab(from ${color} calc((49.4 - l)*infinity) 0 0)}${
    phone === 'compact' ? compact : ''
  }`
}

/** Above the keyboard, with the page's top in sight. */
const compact =
  '@media(max-width:480px){.open{top:auto!important;bottom:calc(100dvh - var(--visible,100dvh))!important;height:min(600px,var(--visible,100dvh)*.8);border-radius:16px 16px 0 0}}'
