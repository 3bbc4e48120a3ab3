// Runs beside a test run, in a process group of its own, and cleans up when the run ends, also when it is killed.
// Arguments: the PostgreSQL's process id and its folder. The run holds the other end of stdin; its end is the run's end.
import { rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const pid = Number(process.argv[2])
const folder = process.argv[3] ?? ''

process.stdin.resume().once('close', async () => {
  for (let signal: NodeJS.Signals | 0 = 'SIGINT'; isThere(signal); signal = 0) await setTimeout(50)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

function isThere(signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
