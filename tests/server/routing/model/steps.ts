import fc from 'fast-check'
import type { PersonsCommand } from '#shared/contract/commands.ts'
import { defaultGroupSettings, type GroupSettings, type StatusId } from '#shared/contract/groups.ts'
import { everyone } from '#shared/contract/ids.ts'
import { judge } from './judge.ts'
import { pick, type World } from './world.ts'

/** Nothing but how many chats are open: whether a step makes sense is all that it is for. */
export interface Model {
  chats: number
}

type Act = (world: World) => Promise<unknown>

/** Something that happens, and then the judgement. */
class Step implements fc.AsyncCommand<Model, World> {
  readonly #name: string
  readonly #act: Act
  readonly #needsChat: boolean

  constructor(name: string, act: Act, needsChat: boolean) {
    this.#name = name
    this.#act = act
    this.#needsChat = needsChat
  }

  check = (model: Readonly<Model>) => !this.#needsChat || model.chats > 0

  async run(model: Model, world: World) {
    await this.#act(world)
    await world.server.settle()
    await world.forgetEnded()
    model.chats = world.chats.length
    world.steps++
    await judge(world)
  }

  toString = () => this.#name
}

const whom = fc.nat({ max: 30 })
const two = fc.tuple(whom, whom)

const happens = (name: string, act: (i: number) => Act) => whom.map((i) => new Step(`${name}(${i})`, act(i), false))
const inChat = (name: string, act: (chat: number, other: number) => Act) =>
  two.map(([chat, other]) => new Step(`${name}(chat ${chat}, ${other})`, act(chat, other), true))

/** Everything that can happen to routing. The likelier, the more often it is named. */
export const steps: fc.Arbitrary<Step>[] = [
  ...twice(happens('comes', (i) => (world) => come(world, i, false))),
  happens('is idle', (i) => (world) => come(world, i, true)),
  happens('dies', (i) => async (world) => world.there.delete(world.agent(i))),
  happens('loses the line', (i) => async (world) => {
    world.there.delete(world.agent(i))
    await world.server.attendance.vacate(world.agent(i).id)
  }),
  happens('signs out', (i) => async (world) => {
    world.there.delete(world.agent(i))
    await world.server.signOut(world.agent(i))
  }),
  two.map(([i, status]) => new Step(`chooses(${i}, ${status})`, (world) => choose(world, i, status), false)),
  ...twice(
    happens('asks', (i) => async (world) => {
      if (world.chats.length < 8) await world.ask(world.group(i))
    }),
  ),
  two.map(
    ([i, other]) => new Step(`asks a colleague(${i}, ${other})`, (world) => askColleague(world, i, other), false),
  ),
  two.map(([i, group]) => new Step(`proposes(${i}, ${group})`, (world) => propose(world, i, group), false)),
  ...twice(inChat('is answered', (chat, i) => (world) => answerInvitation(world, chat, i % 3 > 0))),
  ...twice(inChat('declines', (chat, i) => (world) => answer(world, chat, i, 'decline-chat'))),
  ...twice(inChat('accepts', (chat, i) => (world) => answer(world, chat, i, 'accept-chat'))),
  inChat('takes unasked', (chat, i) => (world) => command(world, chat, i, 'accept-chat')),
  inChat('joins', (chat, i) => (world) => comeIn(world, chat, i, i % 2 ? 'join-chat' : 'send-message')),
  inChat('observes', (chat, i) => (world) => comeIn(world, chat, i, 'observe-chat')),
  inChat('stops observing', (chat, i) => (world) => comeIn(world, chat, i, 'stop-observing')),
  inChat('leaves', (chat, i) => (world) => byThoseIn(world, chat, i, 'leave-chat')),
  ...twice(inChat('moves', (chat, i) => (world) => move(world, chat, i))),
  inChat('ends', (chat, i) => (world) => byThoseIn(world, chat, i, 'end-chat')),
  inChat('says', (chat) => (world) => byVisitor(world, chat)),
  ...twice(happens('writes after the end', (i) => (world) => writeAfterTheEnd(world, i))),
  inChat('goes', (chat) => (world) => endByVisitor(world, chat)),
  ...twice(fc.constantFrom(1, 4, 10, 20, 31, 75).map((s) => new Step(`${s} s`, (world) => world.pass(s), false))),
  fc.constantFrom(310, 650).map((s) => new Step(`${s} s`, (world) => world.pass(s), false)),
  two.map(([i, change]) => new Step(`sets(${i}, ${change})`, (world) => setGroup(world, i, change), false)),
  two.map(([i, capacity]) => new Step(`takes(${i}, ${capacity})`, (world) => setCapacity(world, i, capacity), false)),
  happens('adds or removes a status', (i) => (world) => changeStatus(world, i)),
  // The process dies after each commit for a while, and another one goes on.
  happens('dying', (i) => async (world) => {
    world.server.death.now = true
    await (i % 2 ? world.ask(world.group(i)) : world.propose(world.agent(i), world.group(i)))
    await world.server.log.drain()
    world.server.death.now = false
    await world.server.beat()
  }),
]

function twice<T>(one: T): [T, T] {
  return [one, one]
}

async function come(world: World, i: number, idle: boolean) {
  world.there.set(world.agent(i), { idle })
  await world.server.there(world.agent(i), idle)
}

const choose = (world: World, i: number, status: number) =>
  world.server.status(world.agent(i), pick(world.statuses, status))

async function command(world: World, chat: number, i: number, type: 'accept-chat' | 'decline-chat') {
  await world.server.command({ type, chatId: world.chat(chat).id }, world.agent(i))
}

async function comeIn(
  world: World,
  chat: number,
  i: number,
  type: 'join-chat' | 'send-message' | 'observe-chat' | 'stop-observing',
) {
  await world.server.command(
    { type, chatId: world.chat(chat).id, text: 'May I?', permitted: true } as PersonsCommand,
    world.agent(i),
  )
}

/** By one of those who are rung. */
async function answer(world: World, chat: number, i: number, type: 'accept-chat' | 'decline-chat') {
  const { id } = world.chat(chat)
  const rung = await world.server.offersOf(id)
  if (!rung.length) return
  const agent = world.agents.find((one) => one.id === pick(rung, i))
  if (agent) await world.server.command({ type, chatId: id }, agent)
}

async function byThoseIn(world: World, chat: number, i: number, type: 'leave-chat' | 'end-chat') {
  const { id } = world.chat(chat)
  const found = await world.server.queries.chat(id)
  if (!found?.agents.length) return
  const agent = world.agents.find((one) => one.id === pick(found.agents, i).id)
  if (agent) await world.server.command({ type, chatId: id }, agent)
}

/** To some group: by somebody who is in the chat, or by anybody while it waits. */
async function move(world: World, chat: number, i: number) {
  const { id } = world.chat(chat)
  const found = await world.server.queries.chat(id)
  const who = found?.agents[0]?.id
  const agent = who ? world.agents.find((one) => one.id === who) : world.agent(i)
  if (agent)
    await world.server.command({ type: 'move-chat', chatId: id, group: { id: world.group(i), name: 'Another' } }, agent)
}

async function askColleague(world: World, i: number, other: number) {
  const [from, to] = [world.agent(i), world.agent(other)]
  if (from !== to && world.chats.length < 8) await world.askColleague(from, to)
}

async function propose(world: World, i: number, group: number) {
  if (world.chats.length < 8) await world.propose(world.agent(i), world.group(group))
}

async function answerInvitation(world: World, chat: number, accept: boolean) {
  const { id, visitor } = world.chat(chat)
  await world.server.command({ type: 'answer-invitation', chatId: id, accept }, visitor)
}

async function byVisitor(world: World, chat: number) {
  const { id, visitor } = world.chat(chat)
  await world.server.command({ type: 'send-message', chatId: id, text: 'Hello?' }, visitor)
}

async function writeAfterTheEnd(world: World, i: number) {
  if (!world.ended.length || world.chats.length >= 8) return
  const chat = pick(world.ended, i)
  const command = { type: 'send-message', chatId: chat.id, text: 'And one more thing', reopenWithin: 300 } as const
  const answer = await world.server.command(command, chat.visitor)
  if ('refusal' in answer) return
  world.ended = world.ended.filter((one) => one !== chat)
  world.chats.push(chat)
}

async function endByVisitor(world: World, chat: number) {
  const { id, visitor } = world.chat(chat)
  await world.server.command({ type: 'end-chat', chatId: id, rule: { policy: 'always', open: true } }, visitor)
}

/** Other settings and other members, sometimes none at all. Everyone keeps being for everyone. */
async function setGroup(world: World, i: number, change: number) {
  const id = world.group(i)
  const members = id === everyone ? world.agents : world.agents.filter((_, n) => (change >> n) & 1)
  world.changedAt.set(id, world.clock.now)
  await world.server.group(pick(settings, change), members, id)
  await world.server.beat()
}

const week = Array.from({ length: 7 }, () => [{ from: 9 * 60, to: 9 * 60 + 30 }])
const settings: Partial<GroupSettings>[] = [
  { offer: 'one-by-one', answerWithin: 20 },
  { offer: 'ring-all' },
  { offer: 'one-by-one', exhausted: 'leave-message', giveUpAfter: 60 },
  { offer: 'one-by-one', order: 'last-agent', endAfter: null },
  { offer: 'one-by-one', proactive: 'asked' },
  { ...defaultGroupSettings, hours: { zone: 'Etc/UTC', week, holidays: [] } },
  { offer: 'one-by-one', exhausted: 'callback', hours: { zone: 'Etc/UTC', week, holidays: [] } },
]

async function setCapacity(world: World, i: number, capacity: number) {
  const { db, routing } = world.server
  const agent = world.agent(i)
  await db.query
    .updateTable('agent')
    .set({ capacity: 1 + (capacity % 4) })
    .where('id', '=', agent.id)
    .execute()
  await db.query.updateTable('presence').set({ seek_at: world.clock.now }).where('agent_id', '=', agent.id).execute()
  await routing.sweep()
}

async function changeStatus(world: World, i: number) {
  const { statuses, routing } = world.server
  const custom = world.statuses.slice(4)
  if (custom.length < 3) {
    const id = world.aStatus()
    await statuses.save({ id: id as StatusId, name: 'Custom', takesChats: i % 2 === 0 }, world.clock.now)
    world.statuses.push(id)
  } else {
    const id = pick(custom, i)
    await statuses.remove(id as StatusId)
    world.statuses.splice(world.statuses.indexOf(id), 1)
  }
  await routing.sweep()
}
