// The least that a chat server could do: make the message durable, send it back. `node echo-server.ts <target as JSON>`

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { WebSocketServer } from 'ws'
import type { DatabaseTarget } from '../support/databases.ts'

const keep = await keeper(JSON.parse(process.argv[2] ?? ''))
const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
server.on('connection', (socket) => {
  socket.on('message', async (data) => {
    await keep(String(data))
    socket.send(String(data))
  })
})
server.on('listening', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(address.port)
})

/** One durable commit of one row. */
async function keeper(target: DatabaseTarget): Promise<(text: string) => Promise<void>> {
  if (target.kind === 'sqlite') {
    const database = new DatabaseSync(join(target.folder, 'echo.sqlite'))
    database.exec('pragma journal_mode = wal; pragma synchronous = full; create table echo (text text)')
    const insert = database.prepare('insert into echo values (?)')
    return async (text) => void insert.run(text)
  }
  const client = new pg.Client({ connectionString: target.url })
  await client.connect()
  await client.query('create table echo (text text)')
  return async (text) =>
    void (await client.query({ name: 'echo', text: 'insert into echo values ($1)', values: [text] }))
}
