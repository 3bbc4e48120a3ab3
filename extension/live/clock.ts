import { signal } from '@preact/signals'

let timer: ReturnType<typeof setInterval> | undefined

/** The time now in ms since 1970, a second exact. Ticks only while something on the screen reads it. */
export const clock = signal(Date.now(), {
  watched() {
    clock.value = Date.now()
    timer = setInterval(() => {
      clock.value = Date.now()
    }, 1000)
  },
  unwatched: () => clearInterval(timer),
})
