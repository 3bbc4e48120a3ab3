const rate = 16_000
/** One round: two strokes of a desk bell, then rest. In seconds. */
const round = 3
const strokes = [0, 0.35]
/** A struck bell's partials: frequency in Hz, loudness, seconds until it has faded to a third. */
const partials = [
  [1318.5, 0.5, 0.45],
  [2637, 0.25, 0.25],
  [3555, 0.15, 0.15],
] as const

/** The ring as a WAV file (8 bit, mono), made here so that no binary has to be shipped and licensed. */
export function ringTone(): Uint8Array<ArrayBuffer> {
  const samples = rate * round
  const file = new Uint8Array(44 + samples)
  writeHeader(new DataView(file.buffer), samples)
  for (let i = 0; i < samples; i++) file[44 + i] = 128 + Math.round(127 * loudnessAt(i / rate))
  return file
}

function loudnessAt(time: number): number {
  const sum = strokes.filter((start) => time >= start).reduce((all, start) => all + bell(time - start), 0)
  return Math.max(-1, Math.min(1, sum * 0.7))
}

const bell = (time: number) =>
  partials.reduce(
    (sum, [hertz, loud, fade]) => sum + loud * Math.exp(-time / fade) * Math.sin(2 * Math.PI * hertz * time),
    0,
  )

/** RIFF/WAVE, PCM. */
function writeHeader(view: DataView, samples: number) {
  const ascii = (at: number, text: string) => [...text].forEach((c, i) => void view.setUint8(at + i, c.charCodeAt(0)))
  ascii(0, 'RIFF')
  view.setUint32(4, 36 + samples, true)
  ascii(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  ascii(36, 'data')
  view.setUint32(40, samples, true)
}
