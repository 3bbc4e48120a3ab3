import type { StatusId } from '#shared/contract/groups.ts'
import { refuse } from '#shared/contract/refusals.ts'
import { builtInStatuses } from '#shared/domain/presence/dot.ts'
import { administrator } from '../../support/administration-data.ts'
import { aChat, aFollowUp, aNotice, anAccount, type ChatStory, deskOf } from '../../support/desk-data.ts'

const account = anAccount()
const second = anAccount({
  order: 1,
  serverUrl: 'https://support.acme.example',
  username: 'ana.silva',
  agent: { ...account.agent, name: 'Ana S.' },
})
const third = anAccount({ order: 2, serverUrl: 'http://localhost:4400', username: 'admin' })

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const ben = (): ChatStory =>
  aChat({ account, ago: 32 * minute })
    .says('Hi! Do you ship the Trail Runner 2 to Lagos?')
    .accepted()
    .answers('Hello Ben, yes we do. It takes 6 to 8 working days.')
    .says('Great. And if they do not fit?')
    .says('I am between a 43 and a 44')
    .answers('You can send them back within 30 days, free of charge.')
    .answers('For these shoes most people take the larger one: https://shop.example/help/sizes#trail.')
    .visitorHas(7, 6)

const others = () => [
  aChat({
    account,
    visitor: 'Priya Raman',
    ago: 50 * minute,
    page: { url: 'https://shop.example/cart', title: 'Your cart' },
  })
    .accepted()
    .read()
    .says('The voucher SPRING does not work, it says it has expired')
    .says('but the mail came today?'),
  aChat({ account, visitor: 'Łukasz Wiśniewski-Brzęczyszczykiewicz', ago: 70 * minute })
    .says('Gdzie jest moja paczka?')
    .accepted()
    .answers('Sprawdzam, chwileczkę.')
    .read()
    .visitorHas()
    .drafted('Your parcel left our warehouse on'),
  aChat({ account, visitor: 'נועה לוי', ago: 2 * hour })
    .says('תודה רבה!')
    .accepted()
    .read(),
]
const pastChats = () => [
  aChat({ account, visitor: 'Tom', ago: day })
    .says('Thanks, that was quick')
    .accepted()
    .answers('You are welcome!')
    .ended()
    .read(),
  aChat({ account, visitor: 'Hélène Dubois', ago: 3 * day })
    .says('Bonjour')
    .accepted()
    .answers('Bonjour Hélène')
    .ended()
    .read(),
  aChat({ account, visitor: '王小明', ago: 20 * day })
    .says('可以退货吗？')
    .accepted()
    .answers('可以的。')
    .ended()
    .read(),
]
const requests = () => [
  aChat({
    account,
    visitor: 'Sofia Martins',
    ago: 2.5 * minute,
    page: { url: 'https://shop.example/returns', title: 'Returns and refunds' },
  }).says(
    'Hello, I sent my boots back two weeks ago and the money has not arrived. The order number is 48213, and the parcel was signed for on the 6th.',
  ),
  aChat({ account, visitor: 'Jo', ago: 0.3 * minute, page: { url: 'https://shop.example/', title: 'Shop' } }),
]

const lunch = { id: 'lunch' as StatusId, name: 'Lunch', takesChats: false, builtIn: false }
const statuses = [...builtInStatuses.map((status) => ({ ...status, builtIn: true })), lunch]
const onLunch = { statuses, presence: { status: lunch.id, dot: 'red' as const } }

/** One rings for me alone, the others wait for somebody else. */
export const offers = () =>
  deskOf(
    [{ ...account, statuses, presence: { status: 'online' as StatusId, dot: 'yellow' as const } }],
    [
      aChat({ account, visitor: 'Sofia Martins', description: 'Refund of order 48213', ago: 2.5 * minute })
        .says('Is anybody there?')
        .offeredFor(25_000),
      aChat({ account, visitor: 'Jo', ago: minute }).offeredTo('Mia'),
      aChat({ account, visitor: 'Łukasz Wiśniewski-Brzęczyszczykiewicz', ago: 0.5 * minute }).notOffered(),
      aChat({ account, visitor: 'Tom', ago: 0.4 * minute }).declined(),
    ],
  )
export const statusToChoose = () => deskOf([{ ...account, ...onLunch }], [])
export const severalStatuses = () =>
  deskOf(
    [
      { ...account, ...onLunch },
      { ...second, state: 'connecting' },
      { ...third, state: 'signed-out' },
    ],
    [],
  )
export const endsSoon = () => deskOf([account], [ben().read().endsIn(minute)])
export const noted = () =>
  deskOf([account], [ben().ended().read().noted('Wants a size 44.\nCall the warehouse on Monday.')])
export const followUps = () =>
  deskOf(
    [account],
    [],
    [],
    [
      aFollowUp('callbacks', {
        callback: {
          phone: '+493012345678',
          note: 'The invoice of May has the wrong address, and the one of June too.',
          preferredTimes: 'weekdays after 17:00',
        },
      }),
      aFollowUp(
        'callbacks',
        { callback: { phone: '+351912345678', note: '', preferredTimes: '' } },
        { visitor: '王小明' },
      ),
      aFollowUp('abandoned', {}, { visitor: 'Łukasz Wiśniewski-Brzęczyszczykiewicz', ago: 2 * day }),
      aFollowUp('abandoned', {
        leftMessage: {
          email: 'ines.duarte.with.a.long.address@department.university.example',
          text: 'Do you have these boots in a 37?',
        },
        answered: true,
      }),
    ],
  )

export const administration = () => deskOf([administrator], [])

export const quiet = () => deskOf([account], [])
export const quietWithChats = () => deskOf([account], [ben().read(), ...pastChats()])
export const oneChat = () => deskOf([account], [ben().read()])
export const busy = () => deskOf([account], [...requests(), ben().read().typing(), ...others(), ...pastChats()])
export const offline = () => deskOf([{ ...account, state: 'offline' }], [ben().read(), ...others(), ...pastChats()])
export const signedOut = () => deskOf([{ ...account, state: 'signed-out' }], [])
export const withNotices = () =>
  deskOf(
    [{ ...account, state: 'connecting' }],
    [ben().read(), ...others()],
    [
      aNotice(),
      aNotice({ notice: { type: 'refused', visitor: 'Tom', message: 'The visitor had left before you accepted.' } }),
    ],
  )
export const unsent = () =>
  deskOf(
    [{ ...account, state: 'offline' }],
    [
      ben()
        .unsent('Shall I reserve a 44 for you?', { attempts: 3 })
        .unsent('We have two left.', {
          attempts: 1,
          refusal: refuse('chat-ended', 'This chat has ended, so nothing more can be written in it.'),
        })
        .unsent('And a 45.')
        .read(),
    ],
  )
export const endedChat = () => deskOf([account], [ben().ended().read()])
export const longDraft = () =>
  deskOf(
    [account],
    [
      ben()
        .drafted(Array.from({ length: 14 }, (_, i) => `Line ${i + 1} of a long answer`).join('\n'))
        .read(),
    ],
  )
export const severalServers = () =>
  deskOf(
    [account, { ...second, state: 'connecting' }, { ...third, state: 'signed-out' }],
    [
      ...requests(),
      aChat({ account: second, visitor: 'Ines', ago: 20_000, page: { url: 'javascript:alert(1)', title: '' } }).says(
        'Is anybody there?',
      ),
      ben().read(),
      ...others(),
      aChat({ account: second, visitor: 'Dr. Kim', ago: 5 * hour })
        .accepted()
        .says('I will try that and come back.')
        .read(),
    ],
  )
