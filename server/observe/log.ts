import { type DestinationStream, pino } from 'pino'

export type Log = ReturnType<typeof createLog>

/** JSON lines, to standard output unless told otherwise. What could be a secret is struck out, wherever it is said. */
export const createLog = (destination: DestinationStream = pino.destination({ dest: 1, sync: true })) =>
  pino(
    { base: null, redact: { paths: secrets, censor: '[secret]' }, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  )

const names = ['authorization', 'cookie', 'password', 'token', 'secret', '["set-cookie"]']
const secrets = names.flatMap((name) => {
  const after = name.startsWith('[') ? name : `.${name}`
  return [name, `*${after}`, `*.*${after}`]
})
