import { BadSetting, type Config } from '../config.ts'
import { FolderInUse } from '../store/lock-folder.ts'

/** Why the server does not start, in one sentence for whoever started it. Repeats no setting that holds a secret. */
export function startFailure(error: unknown, config: Config | null): string {
  if (error instanceof BadSetting || error instanceof FolderInUse) return error.message
  const code = codeOf(error)
  const listening = config && `${config.host} port ${config.port}`
  if (code === 'EADDRINUSE')
    return `Another program already listens on ${listening}; stop it, or set PORT to another number.`
  if (code === 'EACCES') return `This account may not listen on ${listening}; set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST must be an address of this machine, and ${config?.host} is none.`
  if (config?.database.kind === 'postgres') {
    return `The database that DESKBELL_DATABASE_URL names cannot be used (${code ?? 'no reason given'}); check the address, and that it accepts connections.`
  }
  return `Something unexpected happened (${error instanceof Error ? error.message : error}).`
}

/** A system error's code; of several tries at one name, the first one's. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
