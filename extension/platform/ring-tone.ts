import type { Sound } from '../core/settings.ts'
import { waveFile } from './wave-file.ts'

const rate = 16_000
/** One round: some strokes, then rest. In seconds. */
const round = 3

interface Tone {
  /** When it is struck, in seconds, and how high: its partials are given for 1. */
  readonly strokes: readonly (readonly [at: number, pitch: number])[]
  /** Frequency in Hz, loudness, seconds until it has faded to a third. */
  readonly partials: readonly (readonly [hertz: number, loud: number, fade: number])[]
}

/** Made here, so that no binary has to be shipped and licensed. */
const tones: Readonly<Record<Sound, Tone>> = {
  /** Two strokes of a desk bell. */
  bell: {
    strokes: [
      [0, 1],
      [0.35, 1],
    ],
    partials: [
      [1318.5, 0.5, 0.45],
      [2637, 0.25, 0.25],
      [3555, 0.15, 0.15],
    ],
  },
  /** Three notes upwards, soft. */
  chime: {
    strokes: [
      [0, 1],
      [0.22, 1.26],
      [0.44, 1.5],
    ],
    partials: [
      [523.3, 0.55, 0.6],
      [1046.5, 0.2, 0.4],
      [2093, 0.06, 0.2],
    ],
  },
  /** A knock on wood, twice. */
  wood: {
    strokes: [
      [0, 1],
      [0.16, 1],
      [0.8, 0.84],
      [0.96, 0.84],
    ],
    partials: [
      [392, 0.7, 0.06],
      [1537, 0.25, 0.03],
    ],
  },
  /** A telephone of old: its clapper strikes many times a second. */
  phone: {
    strokes: Array.from({ length: 20 }, (_, i) => [i * 0.05, i % 2 ? 1.19 : 1] as const),
    partials: [
      [880, 0.32, 0.12],
      [2200, 0.12, 0.08],
    ],
  },
}

/** One round of a ring as a WAV file (8 bit, mono). */
export function ringTone(sound: Sound): Uint8Array<ArrayBuffer> {
  const tone = tones[sound]
  return waveFile(rate, rate * round, (i) => loudnessAt(tone, i / rate))
}

function loudnessAt({ strokes, partials }: Tone, time: number): number {
  let sum = 0
  for (const [at, pitch] of strokes)
    if (time >= at)
      for (const [hertz, loud, fade] of partials)
        sum += loud * Math.exp((at - time) / fade) * Math.sin(2 * Math.PI * hertz * pitch * (time - at))
  return Math.max(-1, Math.min(1, sum * 0.7))
}
