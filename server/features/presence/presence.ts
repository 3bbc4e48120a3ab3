import type { Selectable, Transaction } from 'kysely'
import type { StatusId } from '#shared/contract/groups.ts'
import type { ActorId } from '#shared/contract/ids.ts'
import { type AgentPresence, type Dot, presenceLease } from '#shared/contract/presence.ts'
import { agentDot, type PresenceFacts, takesChatsNow } from '#shared/domain/presence/dot.ts'
import type { Database } from '../../store/database.ts'
import { lockPresence } from '../../store/lock-presence.ts'
import type { PresenceTable, Tables } from '../../store/tables.ts'

/** How long an agent may come back after the last of their sockets has closed, ms: a worker that restarts does. */
const grace = 500

export type Presence = ReturnType<typeof createPresence>

export interface PresenceChange extends AgentPresence {
  readonly agentId: ActorId
  readonly changed: boolean
}

/**
 * Who is there: a status that agents choose, and a lease that each of their extensions renews (P2, R11). Every method says
 * how the agent is seen from now on; `changed` is true for one caller alone, who tells the others.
 */
export const createPresence = (db: Database) => {
  /** Changes an agent's presence under its lock. An agent who can be rung from now on looks for chats that wait. */
  const change = (agentId: ActorId, now: number, act: (tx: Transaction<Tables>) => Promise<unknown>) =>
    db.query.transaction().execute(async (tx): Promise<PresenceChange> => {
      await tx
        .insertInto('presence')
        .values({ agent_id: agentId })
        .onConflict((on) => on.column('agent_id').doNothing())
        .execute()
      await lockPresence(tx, db.kind, [agentId])
      const before = await rowOf(tx, agentId)
      await act(tx)
      const leases = await leasesOf(tx, agentId, now)
      const row = { ...(await rowOf(tx, agentId)), ...leases }
      const dot = agentDot(factsOf(row, now))
      const comes = takesChatsNow(factsOf(row, now)) && !takesChatsNow(factsOf(before, now))
      await tx
        .updateTable('presence')
        .set({ ...leases, dot, ...(comes && { seek_at: now }) })
        .where('agent_id', '=', agentId)
        .execute()
      return {
        agentId,
        status: row.status as StatusId,
        dot,
        changed: dot !== before.dot || row.status !== before.status,
      }
    })

  return {
    /**
     * One extension of an agent is there, and somebody is at it or not. What was still on its way when the session ended says
     * nothing any more.
     */
    renew(agentId: ActorId, session: string, idle: boolean, now: number): Promise<PresenceChange> {
      const device = { idle: idle ? 1 : 0, lease_until: now + presenceLease.leaseFor }
      return change(agentId, now, async (tx) => {
        if (!(await goesOn(tx, session))) return
        await tx
          .insertInto('presence_device')
          .values({ session, agent_id: agentId, ...device })
          .onConflict((on) => on.column('session').doUpdateSet(device))
          .execute()
      })
    },

    choose(agentId: ActorId, status: { id: StatusId; takesChats: boolean }, now: number): Promise<PresenceChange> {
      const chosen = { status: status.id as string, takes_chats: status.takesChats ? 1 : 0 }
      return change(agentId, now, (tx) =>
        tx.updateTable('presence').set(chosen).where('agent_id', '=', agentId).execute(),
      )
    },

    /** Signed out on purpose: gone at once. */
    signOut(agentId: ActorId, session: string, now: number): Promise<PresenceChange> {
      return change(agentId, now, (tx) => tx.deleteFrom('presence_device').where('session', '=', session).execute())
    },

    /** The realtime engine says that no socket of theirs is left: a hint, so the lease ends soon and not now. */
    vacate(agentId: ActorId, now: number): Promise<PresenceChange> {
      const soon = now + grace
      return change(agentId, now, (tx) =>
        tx
          .updateTable('presence_device')
          .set({ lease_until: soon })
          .where('agent_id', '=', agentId)
          .where('lease_until', '>', soon)
          .execute(),
      )
    },

    /** Agents who are seen differently because time has passed; each is given to one caller among all processes. */
    async lapse(now: number): Promise<PresenceChange[]> {
      const stale = await db.query
        .selectFrom('presence')
        .select('agent_id')
        .where((eb) =>
          eb.or([
            eb.and([eb('dot', '!=', 'black'), eb('lease_until', '<=', now)]),
            eb.and([eb('dot', '=', 'green'), eb('active_until', '<=', now)]),
          ]),
        )
        .limit(200)
        .execute()
      const changes: PresenceChange[] = []
      for (const { agent_id } of stale) {
        const agentId = agent_id as ActorId
        changes.push(await change(agentId, now, (tx) => forgetDevices(tx, agentId, now)))
      }
      return changes.filter(({ changed }) => changed)
    },
  }
}

const rowOf = (tx: Transaction<Tables>, agentId: ActorId) =>
  tx.selectFrom('presence').selectAll().where('agent_id', '=', agentId).executeTakeFirstOrThrow()

/** Asked under the presence's lock: a sign-out ends the session first, and takes that lock afterwards. */
const goesOn = (tx: Transaction<Tables>, session: string) =>
  tx.selectFrom('session').select('kind').where('token_hash', '=', session).executeTakeFirst()

/** Extensions that have gone without a word: their sessions may never come back. */
const forgetDevices = (tx: Transaction<Tables>, agentId: ActorId, now: number) =>
  tx.deleteFrom('presence_device').where('agent_id', '=', agentId).where('lease_until', '<=', now).execute()

/** Until when some extension is connected, and until when one that somebody is at. */
async function leasesOf(tx: Transaction<Tables>, agentId: ActorId, now: number) {
  const devices = await tx
    .selectFrom('presence_device')
    .select(['idle', 'lease_until'])
    .where('agent_id', '=', agentId)
    .where('lease_until', '>', now)
    .execute()
  const latest = (rows: typeof devices) => Math.max(0, ...rows.map(({ lease_until }) => lease_until))
  return { lease_until: latest(devices), active_until: latest(devices.filter(({ idle }) => idle === 0)) }
}

const factsOf = (row: Selectable<PresenceTable>, now: number): PresenceFacts => ({
  status: row.status as StatusId,
  takesChats: row.takes_chats === 1,
  connected: row.lease_until > now,
  idle: row.active_until <= now,
})

export const dotOf = (row: Selectable<PresenceTable>, now: number): Dot => agentDot(factsOf(row, now))
