import type { AgentSide } from './agent-side.ts'
import { logOf } from './log.ts'
import { expect, test } from './stage.ts'
import type { VisitorSide } from './visitor-side.ts'

/** Waits that end with a reconnection: the longest delay between two tries is half a minute. */
const patiently = { timeout: 45_000 }
test.setTimeout(120_000)

test('S5 S8 W27: the extension’s worker dies in the middle of a chat', async ({
  visitor,
  ana,
  agent,
  server,
  chatting,
}) => {
  await chatting()
  await bothWrite(visitor, ana, 'before')
  await agent.killWorker()
  await bothWrite(visitor, ana, 'during')
  await agent.killWorker()
  await bothWrite(visitor, ana, 'after')
  await nothingLostNothingTwice(visitor, ana, () => logOf(server, 'Ada'))
})

test('S5 S8 W27: the server is killed in the middle of a chat', async ({ visitor, ana, server, chatting }) => {
  await chatting()
  await bothWrite(visitor, ana, 'before')
  await server.kill9()
  await bothWrite(visitor, ana, 'during')
  // What could not be sent says so, and what waits behind it that it is not there yet.
  await expect(visitor.chat.getByRole('button', { name: 'Not sent: try again' })).toHaveCount(1)
  await expect(visitor.bubble('Ada during 2')).toContainText('Sending')
  await expect(ana.log.getByText('Not sent:')).toHaveCount(1)
  await expect(ana.bubble('Ana during 2')).toContainText('Sending')
  await server.restart()
  await bothWrite(visitor, ana, 'after')
  await nothingLostNothingTwice(visitor, ana, () => logOf(server, 'Ada'))
})

test('S5 S8 W27: the visitor’s network is cut in the middle of a chat', async ({
  visitor,
  ana,
  server,
  visitorNetwork,
  chatting,
}) => {
  await chatting()
  await bothWrite(visitor, ana, 'before')
  visitorNetwork.cut()
  await bothWrite(visitor, ana, 'during')
  await expect(visitor.chat.getByText('We cannot be reached just now.')).toBeVisible()
  await expect(visitor.chat.getByRole('button', { name: 'Not sent: try again' })).toHaveCount(1)
  await expect(visitor.bubble('Ada during 2')).toContainText('Sending')
  await expect(ana.bubble('Ana during 2')).toContainText('Sent')
  visitorNetwork.mend()
  await bothWrite(visitor, ana, 'after')
  await nothingLostNothingTwice(visitor, ana, () => logOf(server, 'Ada'))
})

test('S5 S8 W27: the agent’s network is cut in the middle of a chat', async ({
  visitor,
  ana,
  server,
  agentNetwork,
  chatting,
}) => {
  await chatting()
  await bothWrite(visitor, ana, 'before')
  agentNetwork.cut()
  await bothWrite(visitor, ana, 'during')
  await expect(ana.page.getByText('cannot be reached. What you write is kept')).toBeVisible()
  await expect(ana.log.getByText('Not sent:')).toHaveCount(1)
  await expect(ana.bubble('Ana during 2')).toContainText('Sending')
  await expect(visitor.bubble('Ada during 2')).toContainText('Sent')
  agentNetwork.mend()
  await bothWrite(visitor, ana, 'after')
  await nothingLostNothingTwice(visitor, ana, () => logOf(server, 'Ada'))
})

const times = ['before', 'during', 'after']

/** Two messages of each, both sides at once; each stands on its writer's own screen before the next is written. */
async function bothWrite(visitor: VisitorSide, ana: AgentSide, when: string): Promise<void> {
  const writes = async (side: VisitorSide | AgentSide, who: string) => {
    for (const number of [1, 2]) {
      await side.write(`${who} ${when} ${number}`)
      await expect(side.bubble(`${who} ${when} ${number}`)).toBeVisible()
    }
  }
  await Promise.all([writes(visitor, 'Ada'), writes(ana, 'Ana')])
}

async function nothingLostNothingTwice(visitor: VisitorSide, ana: AgentSide, log: () => Promise<string[]>) {
  const of = (who: string) => times.flatMap((when) => [1, 2].map((number) => `${who}: ${who} ${when} ${number}`))
  const from = (lines: string[], who: string) => lines.filter((line) => line.startsWith(`${who}: ${who}`))
  await expect.poll(async () => (await log()).length, patiently).toBe(1 + 2 * of('Ada').length)
  const kept = await log()
  expect(from(kept, 'Ada')).toEqual(of('Ada'))
  expect(from(kept, 'Ana')).toEqual(of('Ana'))

  const asKept = (you: string) => (lines: string[]) => lines.map((line) => line.replace(/^You: /, `${you}: `))
  await expect.poll(async () => asKept('Ada')(await visitor.transcript()), patiently).toEqual(kept)
  await expect.poll(async () => asKept('Ana')(await ana.transcript()), patiently).toEqual(kept)
  await expect(visitor.bubble('Ada after 2')).toContainText('Read', patiently)
  await expect(ana.bubble('Ana after 2')).toContainText('Read', patiently)
  await expect(visitor.chat.getByRole('button', { name: 'Not sent' })).toHaveCount(0)
  await expect(ana.log.getByText('Not sent')).toHaveCount(0)
}
