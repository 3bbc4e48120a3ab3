import { expect, test } from 'vitest'
import { sounds } from '../../../extension/core/settings.ts'
import { ringTone } from '../../../extension/platform/ring-tone.ts'

test.each(sounds)('A22: the ring “%s” is a WAV file that sounds and then rests, without clipping', (sound) => {
  const file = ringTone(sound)
  const text = (from: number, to: number) => String.fromCharCode(...file.subarray(from, to))
  expect([text(0, 4), text(8, 12), text(36, 40)]).toEqual(['RIFF', 'WAVE', 'data'])
  const samples = file.subarray(44)
  expect(new DataView(file.buffer).getUint32(40, true)).toBe(samples.length)
  const loudest = (part: Uint8Array) => Math.max(...part.map((sample) => Math.abs(sample - 128)))
  expect(loudest(samples.subarray(0, 8_000))).toBeGreaterThan(50)
  expect(loudest(samples.subarray(40_000))).toBeLessThan(5)
  expect(samples.filter((sample) => sample === 255 || sample === 1).length).toBeLessThan(20)
})

test('A22: each sound is another', () => {
  expect(new Set(sounds.map((sound) => ringTone(sound).join())).size).toBe(sounds.length)
})
