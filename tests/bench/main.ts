// Runs the measurements one after the other, prints them, and writes them as JSON:
// `node tests/bench/main.ts [part of a name …] [--out FILE]`. Figures are reported; none of them makes this fail.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import postgresForTheRun from '../support/postgres-for-the-run.ts'
import { root } from '../support/server.ts'
import { appendThroughput } from './append-throughput.ts'
import type { Figure } from './figure.ts'
import { idleConnections } from './idle-connections.ts'
import { loaderTime } from './loader-time.ts'
import { messageLatency } from './message-latency.ts'
import { panelOpen } from './panel-open.ts'
import { placeChat } from './place-chat.ts'
import { table } from './table.ts'
import { visitorList } from './visitor-list.ts'
import { widgetBytes } from './widget-bytes.ts'

const all = [
  widgetBytes,
  appendThroughput,
  placeChat,
  visitorList,
  messageLatency,
  idleConnections,
  loaderTime,
  panelOpen,
]

const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true })
const wanted = (name: string) =>
  positionals.length === 0 || positionals.some((part) => name.toLowerCase().includes(part.toLowerCase()))

const chosen = all.filter(({ name }) => wanted(name))
if (chosen.length === 0) {
  console.error(`Nothing to measure is called that. There is: ${all.map(({ name }) => name).join('; ')}.`)
  process.exit(1)
}

const results: { name: string; figures: readonly Figure[]; reason?: string }[] = []
const stopPostgres = await postgresForTheRun()
try {
  for (const { name, measure } of chosen) {
    console.log(`${name} …`)
    results.push(
      await measure().then(
        (figures) => ({ name, figures }),
        (error) => ({ name, figures: [], reason: String(error) }),
      ),
    )
  }
} finally {
  await stopPostgres?.()
}

console.log(`\n${table(results)}`)
const [cpu] = cpus()
const machine = {
  cpu: cpu?.model ?? '',
  cores: cpus().length,
  memory: totalmem(),
  node: process.version,
  platform: process.platform,
}
const report = `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`
for (const file of [join(root, 'dist/bench.json'), ...(values.out ? [values.out] : [])]) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, report)
}
