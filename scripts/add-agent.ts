// npm run add-agent -- --username anna --name "Anna Berg" [--server http://localhost:4400]
// Adds an agent through the running server, as its administrator, and prints the agent's password once.
import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { ApiError, createApiClient } from '#shared/client/api-client.ts'
import { reasonOf } from '#shared/client/reason-of.ts'
import { newPassword } from '../server/features/agents/password.ts'

const usage = 'Usage: npm run add-agent -- --username anna --name "Anna Berg" [--server http://localhost:4400]'

class UsageError extends Error {}

try {
  await addAgent()
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n${usage}`)
  else if (error instanceof ApiError && error.status === 0)
    console.error('No Deskbell server answers there. Start it with `npm start`.')
  else console.error(reasonOf(error).message)
  process.exitCode = 1
}

async function addAgent() {
  const { username, name, server } = readArguments()
  const token = await signIn(server)
  const password = newPassword()
  const client = createApiClient(server, fetch, () => token)
  const { agent } = await client.createAgent({ body: { username, name, password } })
  await client.signOut({})
  console.log(`${agent.name} can sign in at ${server} as ${agent.username}.`)
  console.log(`Password, shown this once: ${password}`)
}

async function signIn(server: string): Promise<string> {
  const username = process.env.DESKBELL_ADMIN_USERNAME || 'admin'
  const password = process.env.DESKBELL_ADMIN_PASSWORD || (await askSecretly(`Password of ${username}: `))
  const { token } = await createApiClient(server, fetch).signIn({ body: { username, password } })
  return token
}

function readArguments() {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ options: { username: text, name: text, server: text } })
    const { username, name, server = `http://localhost:${process.env.PORT || 4400}` } = values
    if (!username || !name) throw new UsageError('A username and a name are needed.')
    if (!URL.canParse(server)) throw new UsageError('--server must be an address such as http://localhost:4400.')
    return { username, name, server: new URL(server).origin }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Asks on the terminal, without showing what is typed. */
async function askSecretly(question: string): Promise<string> {
  process.stderr.write(question)
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: hidden, terminal: process.stdin.isTTY })
  try {
    const closed = once(terminal, 'close').then(() => null)
    const password = await Promise.race([terminal.question(''), closed])
    if (password === null) throw new UsageError("Without the administrator's password nobody can be added.")
    return password
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
