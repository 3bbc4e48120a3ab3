/**
 * A sound as a WAV file (RIFF/WAVE, PCM, 8 bit, mono).
 * @param rate samples per second
 * @param loudnessOf of a sample, -1 to 1
 */
export function waveFile(
  rate: number,
  samples: number,
  loudnessOf: (sample: number) => number,
): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(44 + samples)
  writeHeader(new DataView(file.buffer), rate, samples)
  for (let i = 0; i < samples; i++) file[44 + i] = 128 + Math.round(127 * loudnessOf(i))
  return file
}

function writeHeader(view: DataView, rate: number, samples: number) {
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
