import * as v from 'valibot'

const text = v.pipe(v.string(), v.nonEmpty())

const shape = v.object({
  PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535)), '6001'),
  HOST: v.optional(text, '127.0.0.1'),
  REALTIME_APP_ID: text,
  REALTIME_APP_KEY: text,
  REALTIME_APP_SECRET: text,
  REALTIME_WEBHOOK_URL: v.optional(v.pipe(v.string(), v.url())),
})

export type EngineSettings = v.InferOutput<typeof shape>

/** The settings of an engine in its own process. Throws an Error of one sentence that names the setting, not its value. */
export function readEngineSettings(environment: Readonly<Record<string, string | undefined>>): EngineSettings {
  const read = v.safeParse(shape, environment)
  if (read.success) return read.output
  const name = v.getDotPath(read.issues[0])
  throw new Error(`${name} is missing or wrong; the realtime engine needs ${Object.keys(shape.entries).join(', ')}.`)
}
