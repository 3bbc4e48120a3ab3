// Runs beside a test run, in a process group of its own, and cleans up when the run ends, also when it is killed.
// Its argument is the PostgreSQL's folder. The run holds the other end of our stdin for as long as it lives, and writes
// there which processes started and ended that work in the folder: an id must not be signalled when it is no longer theirs.
import { rmSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'

const folder = process.argv[2] ?? ''
const lines = (await text(process.stdin)).split('\n').map((line) => line.split(' '))
const ended = lines.filter(([what]) => what === 'ended').map(([, pid]) => pid)
const running = lines.filter(([what, pid]) => what === 'started' && !ended.includes(pid)).map(([, pid]) => Number(pid))

for (const pid of running) {
  // SIGINT is PostgreSQL's "fast" shutdown: it does not wait for clients that forgot to leave.
  let signal: NodeJS.Signals | 0 = 'SIGINT'
  // A process that nobody collects stays there for ever as a zombie.
  for (const deadline = Date.now() + 10_000; isThere(pid, signal) && Date.now() < deadline; signal = 0)
    await setTimeout(50)
}
rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

function isThere(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
