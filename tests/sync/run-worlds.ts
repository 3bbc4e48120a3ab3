import type { Database } from '../../server/store/database.ts'
import { runWorld } from './random-world.ts'

/** Runs many random worlds, each of its own seed; SEED=… repeats one of them. A failure names its seed. Gives the messages. */
export async function runWorlds(first: number, count: number, open: () => Promise<Database>): Promise<number> {
  const one = process.env.SEED
  const seeds = one ? [Number(one)] : Array.from({ length: count }, (_, i) => first + i)
  let messages = 0
  for (const seed of seeds) messages += await runWorld(seed, open).catch(failed(seed))
  console.log(`${seeds.length} random networks from seed ${seeds[0]}: ${messages} messages, each in the log once`)
  return messages
}

const failed = (seed: number) => (error: unknown) => {
  throw new Error(`Random network with SEED=${seed}: ${error instanceof Error ? error.message : error}`, {
    cause: error,
  })
}
