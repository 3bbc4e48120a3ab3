import type { ChatId } from '#shared/contract/ids.ts'
import type { VisitId } from '#shared/contract/visits.ts'
import { type ApiPerson, aClientId, aVisitor } from '../../support/api-people.ts'
import type { TestServer } from '../../support/server.ts'

/** What tells who somebody is: none of it may be left. Each is nowhere else in a database. */
export const personal = {
  name: 'Wilhelmina Quist',
  wrote: 'my knee hurts on Tuesdays',
  about: 'a matter of the heart',
  address: 'https://shop.example/orders/zebra-4711',
  title: 'Order zebra-4711',
  phone: '+493012345678',
  email: 'wilhelmina@quist.example',
  left: 'please write to me about the lamp',
  field: 'Quist & Daughters',
}

export const page = { url: personal.address, title: personal.title }

/**
 * Somebody of whom the server has everything that it can have: a visit, answers to fields, a chat under way with an agent, one
 * that ended with a note among agents, one that ended in a callback, and one in which a message was left.
 */
export async function aVisitorWithData(server: TestServer, agent: ApiPerson) {
  const visitor = await aVisitor(server, personal.name)
  const { api } = visitor
  const [chatId, noted, calledBack, left] = [newId(), newId(), newId(), newId()]
  const fields = [{ key: 'company', type: 'text' as const, label: 'Company', value: personal.field }]
  await api.reportVisit({ body: { visitId: newId() as string as VisitId, page, state: 'active' } })
  await api.requestCallback({
    params: { chatId: calledBack },
    body: { clientId: aClientId(), phone: personal.phone, note: personal.wrote, begin: { page, language: 'de' } },
  })
  await api.leaveMessage({
    params: { chatId: left },
    body: { clientId: aClientId(), email: personal.email, text: personal.left, begin: { page, language: 'de' } },
  })
  await api.startChat({ body: { chatId: noted, clientId: aClientId(), page, language: 'de' } })
  await agent.api.acceptChat({ params: { chatId: noted }, body: { clientId: aClientId() } })
  await agent.api.endChat({ params: { chatId: noted }, body: { clientId: aClientId() } })
  await agent.api.setClosingNote({
    params: { chatId: noted },
    body: { clientId: aClientId(), text: `${personal.name} asked again` },
  })
  await api.startChat({
    body: { chatId, clientId: aClientId(), page, language: 'de', description: personal.about, fields },
  })
  await agent.api.acceptChat({ params: { chatId }, body: { clientId: aClientId() } })
  await api.sendMessage({ params: { chatId }, body: { clientId: aClientId(), text: personal.wrote } })
  await agent.api.sendMessage({
    params: { chatId },
    body: { clientId: aClientId(), text: `You said ${personal.wrote}` },
  })
  return { ...visitor, chatId, noted, calledBack, left }
}

const newId = () => crypto.randomUUID() as string as ChatId
