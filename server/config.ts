import { accessSync, constants, mkdirSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseSmtpUrl, type SmtpTarget } from './mail/smtp-url.ts'
import { parseRealtimeUrl, type RealtimeTarget } from './realtime/realtime-url.ts'
import type { DatabaseTarget } from './store/database.ts'

export interface Config {
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  readonly database: DatabaseTarget
  /** Origin under which browsers reach this server, without a slash at the end; null: the one of each request. */
  readonly publicUrl: string | null
  readonly administrator: { readonly username: string; readonly password: string | null }
  /** Another realtime engine than the one in this process. */
  readonly realtime: RealtimeTarget | null
  /** Where mail goes out; without it none does. */
  readonly smtp: SmtpTarget | null
}

/** A setting that the server cannot start with. The message is one sentence that names it. */
export class BadSetting extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BadSetting'
  }
}

/** The settings of DESIGN.md §9 from the environment, with their defaults. Makes the data folder. Throws BadSetting. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  refuseUnknown(environment)
  const get = (name: Setting) => environment[name] || null
  const databaseUrl = get('DESKBELL_DATABASE_URL')
  return {
    port: port(get('PORT')),
    host: host(get('HOST') ?? '127.0.0.1'),
    database: databaseUrl
      ? { kind: 'postgres', url: postgresUrl(databaseUrl) }
      : { kind: 'sqlite', folder: dataFolder(get('DESKBELL_DATA') ?? './data') },
    publicUrl: publicUrl(get('DESKBELL_PUBLIC_URL')),
    administrator: {
      username: username(get('DESKBELL_ADMIN_USERNAME') ?? 'admin'),
      password: password(get('DESKBELL_ADMIN_PASSWORD')),
    },
    realtime: parsed(get('DESKBELL_REALTIME_URL'), parseRealtimeUrl),
    smtp: parsed(get('DESKBELL_SMTP_URL'), parseSmtpUrl),
  }
}

const settings = [
  'PORT',
  'HOST',
  'DESKBELL_DATA',
  'DESKBELL_DATABASE_URL',
  'DESKBELL_PUBLIC_URL',
  'DESKBELL_ADMIN_USERNAME',
  'DESKBELL_ADMIN_PASSWORD',
  'DESKBELL_REALTIME_URL',
  'DESKBELL_SMTP_URL',
] as const
type Setting = (typeof settings)[number]

function refuseUnknown(environment: Readonly<Record<string, string | undefined>>) {
  const known: readonly string[] = settings
  const unknown = Object.keys(environment).find((name) => name.startsWith('DESKBELL_') && !known.includes(name))
  if (unknown) throw new BadSetting(`${unknown} is no setting of Deskbell; the settings are ${settings.join(', ')}.`)
}

function port(value: string | null): number {
  if (value === null) return 4400
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  throw new BadSetting(`PORT must be a number from 0 to 65535, not "${value}".`)
}

function host(value: string): string {
  if (isIP(value) || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(value)) return value
  throw new BadSetting(`HOST must be an address or a host name to listen on, not "${value}".`)
}

function dataFolder(value: string): string {
  const folder = resolve(value)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return folder
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error
    throw new BadSetting(`DESKBELL_DATA must be a folder that can be written to, and ${folder} is not (${reason}).`)
  }
}

/** The value is not repeated: it may hold a password. */
function postgresUrl(value: string): string {
  const url = URL.parse(value)
  if (url && ['postgres:', 'postgresql:'].includes(url.protocol)) return value
  throw new BadSetting('DESKBELL_DATABASE_URL must look like postgres://user:password@host:5432/database.')
}

function publicUrl(value: string | null): string | null {
  if (value === null) return null
  const url = URL.parse(value)
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}${url.hash}` === '/' && !url.username
  if (isOrigin) return url.origin
  throw new BadSetting(`DESKBELL_PUBLIC_URL must be an origin such as https://chat.example.com, not "${value}".`)
}

function username(value: string): string {
  const trimmed = value.trim()
  if (trimmed !== '' && trimmed.length <= 100) return trimmed
  throw new BadSetting('DESKBELL_ADMIN_USERNAME must have 1 to 100 characters.')
}

function password(value: string | null): string | null {
  if (value === null || (value.length >= 8 && value.length <= 500)) return value
  throw new BadSetting('DESKBELL_ADMIN_PASSWORD must have 8 to 500 characters.')
}

function parsed<T>(value: string | null, parse: (text: string) => T): T | null {
  try {
    return value === null ? null : parse(value)
  } catch (error) {
    throw new BadSetting(error instanceof Error ? error.message : String(error))
  }
}
