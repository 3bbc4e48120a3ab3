import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../machine/cache.mjs'

/**
 * @typedef {object} AgentOptions
 * @property {string} server its origin
 * @property {string} username
 * @property {string | undefined} password where the environment gives it
 * @property {boolean} passwordFromStdin
 * @property {string} profile folder of the browser's profile, absolute
 * @property {boolean} headless
 * @property {string} [help] set when the help was asked for
 */

const HELP = `npm run agent -- [options]
  --server URL         the Deskbell server; default: this computer's (HOST and PORT as for npm start)
  --username NAME      who signs in; default: DESKBELL_ADMIN_USERNAME, else admin
  --password-stdin     reads the password from the standard input
  --profile FOLDER     the browser's profile; default: data/agent-profile
  --headless           without a window
The password is taken from DESKBELL_ADMIN_PASSWORD, else asked for. It is never an argument: others could read that.`

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {AgentOptions}
 */
export function readOptions(args, env) {
  const { values } = parseArgs({
    args,
    options: {
      server: { type: 'string' },
      username: { type: 'string' },
      profile: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return {
    server: originOf(values.server ?? localServer(env)),
    username: values.username ?? env.DESKBELL_ADMIN_USERNAME ?? 'admin',
    password: env.DESKBELL_ADMIN_PASSWORD,
    passwordFromStdin: values['password-stdin'],
    profile: values.profile ? resolve(values.profile) : join(ROOT, 'data', 'agent-profile'),
    headless: values.headless,
    ...(values.help && { help: HELP }),
  }
}

/** @param {Record<string, string | undefined>} env */
function localServer({ HOST = '127.0.0.1', PORT = '4400' }) {
  const everyAddress = HOST === '0.0.0.0' || HOST === '::'
  const host = everyAddress ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST
  return `http://${host}:${PORT}`
}

/** @param {string} text */
function originOf(text) {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new Error(`--server ${text} is no web address. Write it like http://127.0.0.1:4400.`)
}
