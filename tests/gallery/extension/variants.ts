import type { Scene } from './scenes.tsx'

/** How a scene is looked at. */
export interface Variant {
  readonly theme: 'light' | 'dark'
  readonly dir: 'ltr' | 'rtl'
  readonly width: number
  readonly height: number
}

/** Light and dark, both directions, and the narrowest sidebar (Firefox's 252 px). */
export function variantsOf({ place }: Pick<Scene, 'place'>): Variant[] {
  const looks = [
    { theme: 'light', dir: 'ltr' },
    { theme: 'dark', dir: 'ltr' },
    { theme: 'light', dir: 'rtl' },
  ] as const
  return sizes[place].flatMap((size) => looks.map((look) => ({ ...look, ...size })))
}

const sizes = {
  popup: [{ width: 360, height: 600 }],
  panel: [
    { width: 360, height: 640 },
    { width: 252, height: 640 },
  ],
  window: [{ width: 900, height: 640 }],
  page: [
    { width: 720, height: 900 },
    { width: 360, height: 900 },
  ],
} as const satisfies Record<Scene['place'], readonly { width: number; height: number }[]>

export const addressOf = (scene: string, { theme, dir }: Pick<Variant, 'theme' | 'dir'>): string =>
  `./frame.html?${new URLSearchParams({ scene, theme, dir })}`
