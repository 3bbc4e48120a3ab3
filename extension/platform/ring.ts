import type { Settings } from '../core/settings.ts'
import { ringTone } from './ring-tone.ts'

/** What rings, and how loud: 0 to 1. */
export type HowItRings = Pick<Settings, 'sound' | 'volume'>

export interface Ring {
  /** As it is heard from now on. */
  change(how: HowItRings): void
  stop(): void
}

/** Starts ringing, in a context that has sound. */
export function createRing(how: HowItRings): Ring {
  const audio = new Audio()
  audio.loop = true
  let { sound } = how
  let url = ''
  start()
  setVolume(how.volume)

  function start() {
    URL.revokeObjectURL(url)
    url = URL.createObjectURL(new Blob([ringTone(sound)], { type: 'audio/wav' }))
    audio.src = url
    audio.play().catch((error) => console.warn('The ring could not be played', error))
  }
  function setVolume(wanted: number) {
    audio.volume = Math.min(1, Math.max(0, wanted))
  }

  return {
    change(next) {
      setVolume(next.volume)
      if (next.sound === sound) return
      sound = next.sound
      start()
    },
    stop() {
      audio.pause()
      URL.revokeObjectURL(url)
    },
  }
}
