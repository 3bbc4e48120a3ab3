import { ringTone } from './ring-tone.ts'

export interface Ring {
  /** 0 to 1, as it is heard. */
  setVolume(volume: number): void
  stop(): void
}

/** Starts ringing, in a context that has sound. */
export function createRing(): Ring {
  const url = URL.createObjectURL(new Blob([ringTone()], { type: 'audio/wav' }))
  const audio = new Audio(url)
  audio.loop = true
  audio.play().catch((error) => console.warn('The ring could not be played', error))
  return {
    setVolume(volume) {
      audio.volume = Math.min(1, Math.max(0, volume))
    },
    stop() {
      audio.pause()
      URL.revokeObjectURL(url)
    },
  }
}
