import { createEngine } from './engine/engine.ts'
import { engineServer } from './engine-server.ts'
import { type EngineSettings, readEngineSettings } from './engine-settings.ts'

/** The realtime engine alone, in a process of its own. SIGTERM sends its clients away to reconnect, then stops it. */
const settings = readSettings()
const engine = createEngine({
  app: { id: settings.REALTIME_APP_ID, key: settings.REALTIME_APP_KEY, secret: settings.REALTIME_APP_SECRET },
  ...(settings.REALTIME_WEBHOOK_URL === undefined ? {} : { webhookUrl: settings.REALTIME_WEBHOOK_URL }),
})
const server = engineServer(engine)

server.listen(settings.PORT, settings.HOST, () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : settings.PORT
  process.stdout.write(`Realtime engine listens on http://${settings.HOST}:${port}\n`)
})
server.on('error', (reason) => refuse(reason.message))
process.once('SIGTERM', stop)
process.once('SIGINT', stop)

async function stop(): Promise<void> {
  server.close()
  await engine.close()
  server.closeAllConnections()
}

function readSettings(): EngineSettings {
  try {
    return readEngineSettings(process.env)
  } catch (reason) {
    return refuse(reason instanceof Error ? reason.message : String(reason))
  }
}

function refuse(sentence: string): never {
  process.stderr.write(`The realtime engine did not start: ${sentence}\n`)
  process.exit(1)
}
