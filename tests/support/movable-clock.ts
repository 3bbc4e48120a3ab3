/**
 * Loaded by Node before a server's own files (`--import`): lets a test move that process's clock forward, as a machine's is after
 * it has slept. Everything else is the program as it runs for everybody; timers go on at their pace.
 */
const realNow = Date.now
let ahead = 0
Date.now = () => realNow() + ahead

process.on('message', (message) => {
  ahead += Number(message)
  process.send?.(ahead)
})
// Waiting for a test is no reason to go on living.
process.channel?.unref()
