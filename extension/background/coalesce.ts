/** Runs a task once at a time; calls during a run are answered by one more run after it. */
export function coalesce(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false

  async function run() {
    do {
      again = false
      await task()
    } while (again)
  }

  function call(): Promise<void> {
    again = true
    running ??= run().finally(() => {
      running = null
      // Asked for after the last look, while the promise was settling.
      if (again) return call()
    })
    return running
  }
  return call
}
