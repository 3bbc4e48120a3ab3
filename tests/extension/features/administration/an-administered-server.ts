import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { AgentAccount } from '#shared/contract/answers.ts'
import type { Status, StatusId } from '#shared/contract/groups.ts'
import { type Refusal, refuse } from '#shared/contract/refusals.ts'
import type { AdminOperation, AdminRequest } from '../../../../extension/core/administration.ts'
import type { CommandMessage } from '../../../../extension/core/commands.ts'
import type { Lists } from '../../../../extension/features/administration/lists.ts'
import { administered } from '../../../support/administration-data.ts'

export interface AdministeredServer {
  /** What was asked of it to change, in order. */
  readonly asked: AdminRequest[]
  lists: Lists
  /** What it refuses from now on. */
  readonly refuses: Partial<Record<AdminOperation, Refusal>>
  /** With which sites sign who their visitors are. */
  secret: { secret: string; since: number }
  /** What it has to say besides, in the answer to a removal. */
  readonly consequences: { movedChats: number; agents: number }
  /** Refuses everything from now on, as the background does while it cannot be reached; or answers again. */
  reachable: boolean
}

/** Stands where background and server stand: keeps what it is told, and refuses what it is told to. */
export function anAdministeredServer(): AdministeredServer {
  const server: AdministeredServer = {
    asked: [],
    lists: administered(),
    refuses: {},
    secret: { secret: 'the first secret', since: Date.UTC(2026, 10, 20) },
    consequences: { movedChats: 0, agents: 0 },
    reachable: true,
  }
  fakeBrowser.runtime.onMessage.addListener(async (message: CommandMessage, _sender, answer) => {
    answer(message.type === 'administer' ? answerOf(server, message.payload.request) : { ok: true, value: {} })
    return true
  })
  return server
}

const unreachable = refuse('unavailable', 'The server cannot be reached just now. What you typed is kept here.')

function answerOf(server: AdministeredServer, request: AdminRequest) {
  if (!request.operation.startsWith('list')) server.asked.push(request)
  const refusal = server.reachable ? server.refuses[request.operation] : unreachable
  return refusal ? { ok: false, refusal } : { ok: true, value: { result: resultOf(server, request) } }
}

function resultOf(server: AdministeredServer, { operation, input }: AdminRequest): object {
  const { lists, consequences } = server
  switch (operation) {
    case 'listAgents':
    case 'listGroups':
    case 'listStatuses':
      return { agents: lists.agents, groups: lists.groups, statuses: lists.statuses }
    case 'createAgent': {
      const { password: _, ...known } = input.body
      const agent = { ...known, id: known.username, role: 'agent', capacity: 5 } as AgentAccount
      server.lists = { ...lists, agents: [...lists.agents, agent] }
      return { agent }
    }
    case 'updateAgent': {
      const { agentId } = input.params
      const { mayObserve, ...body } = input.body
      const change = { ...body, ...(mayObserve !== undefined && { mayObserve }) }
      const changed = lists.agents.map((agent) => (agent.id === agentId ? { ...agent, ...change } : agent))
      server.lists = { ...lists, agents: changed }
      return { agent: changed.find(({ id }) => id === agentId) ?? {} }
    }
    case 'saveGroup': {
      const group = { id: input.params.groupId, ...input.body } as Lists['groups'][number]
      server.lists = { ...lists, groups: [...lists.groups.filter(({ id }) => id !== group.id), group] }
      return { group }
    }
    case 'removeGroup':
      server.lists = { ...lists, groups: lists.groups.filter(({ id }) => id !== input.params.groupId) }
      return { movedChats: consequences.movedChats }
    case 'saveStatus': {
      const status: Status = { id: input.params.statusId as StatusId, ...input.body, builtIn: false }
      server.lists = { ...lists, statuses: [...lists.statuses.filter(({ id }) => id !== status.id), status] }
      return { status }
    }
    case 'removeStatus':
      server.lists = { ...lists, statuses: lists.statuses.filter(({ id }) => id !== input.params.statusId) }
      return { fallback: 'away', agents: consequences.agents }
    case 'renewIdentitySecret':
      server.secret = { secret: `${server.secret.secret}, renewed`, since: server.secret.since + 1 }
      return server.secret
    case 'getIdentitySecret':
      return server.secret
  }
}
