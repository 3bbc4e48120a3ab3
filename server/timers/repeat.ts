/**
 * Runs a task again and again, `pause` ms after it last finished, never twice at once. What it throws is reported and does
 * not stop it. Gives the function that stops it and waits for a run in progress.
 */
export function repeat(
  pause: number,
  task: () => Promise<unknown>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false
  let wake = () => {}
  const run = async () => {
    while (!stopped) {
      await task().catch(onError)
      if (stopped) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const running = run()
  return async () => {
    stopped = true
    wake()
    await running
  }
}
