import { expect, onTestFinished, test } from 'vitest'
import { channels } from '#shared/contract/channels.ts'
import type { Wire } from '../../../extension/background/connections/wire.ts'
import { type ApiPerson, anAdministrator, anAgent } from '../../support/api-people.ts'
import { type Desk, startDesk } from '../../support/desk.ts'

/** The wire of the extension, as its background opens it. */
async function openWire({ agentUrl }: Desk, { id, api }: ApiPerson) {
  // What the library expects of a worker's world.
  Object.assign(globalThis, { self: globalThis })
  const { openPusherWire } = await import('../../../extension/background/connections/open-pusher-wire.ts')
  const { realtime } = await api.getSession({})
  const lost: string[] = []
  const wire: Wire = await openPusherWire({
    serverUrl: agentUrl,
    realtime,
    channels: [channels.agents, channels.agent(id)],
    authorize: (socket_id, channel_name) => api.authorizeChannel({ body: { socket_id, channel_name } }),
    authenticate: (socket_id) => api.authenticateSocket({ body: { socket_id } }),
    onHint: () => {},
    onSignal: () => {},
    onLost: () => lost.push('lost'),
  })
  onTestFinished(() => wire.close())
  return lost
}

test('A38: signing out ends what the session listened to at an engine elsewhere, and nobody else’s', async () => {
  const desk = await startDesk('cluster')
  onTestFinished(() => desk.remove())
  const administrator = await anAdministrator(desk)
  const ada = await anAgent(desk, administrator, 'Ada')
  const ben = await anAgent(desk, administrator, 'Ben')
  const ofAda = await openWire(desk, ada)
  const ofBen = await openWire(desk, ben)
  await ada.api.signOut({})
  await expect.poll(() => ofAda).toEqual(['lost'])
  expect(ofBen).toEqual([])
})
