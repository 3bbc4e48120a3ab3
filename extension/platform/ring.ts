import { ringTone } from './ring-tone.ts'

export interface Ring {
  /** 0 to 1, as it is heard. */
  setVolume(volume: number): void
  stop(): void
}

/** Starts ringing, in a context that has sound. @param volume 0 to 1 */
export function createRing(volume: number): Ring {
  const url = URL.createObjectURL(new Blob([ringTone()], { type: 'audio/wav' }))
  const audio = new Audio(url)
  audio.loop = true
  setVolume(volume)
  audio.play().catch((error) => console.warn('The ring could not be played', error))

  function setVolume(wanted: number) {
    audio.volume = Math.min(1, Math.max(0, wanted))
  }

  return {
    setVolume,
    stop() {
      audio.pause()
      URL.revokeObjectURL(url)
    },
  }
}
