import { everyone } from '#shared/contract/ids.ts'
import { noFilter } from '../../../extension/core/settings.ts'
import { aGroup, billing, deskWith, sales } from '../../support/attention-data.ts'
import { aChat, aFollowUp, anAccount, type DeskData, deskOf } from '../../support/desk-data.ts'

const account = anAccount()
const minute = 60_000
const promised = { firstAnswerTarget: 120, nextAnswerTarget: 60 }
const groups = [
  aGroup(),
  aGroup(sales, promised),
  aGroup(billing, { isMine: false, firstAnswerTarget: 3600, nextAnswerTarget: null }),
]

/** One is overdue, one nearly, one has time, and to one nothing was promised. */
export const due = (): DeskData =>
  deskWith(
    deskOf(
      [account],
      [
        aChat({ account, visitor: 'Sofia Martins', group: sales, ago: 3.2 * minute }).says('Is anybody there?'),
        aChat({ account, visitor: 'Jo', group: sales, ago: 1.7 * minute }),
        aChat({ account, visitor: 'Łukasz Wiśniewski-Brzęczyszczykiewicz', group: billing, ago: 9 * minute }).says(
          'My invoice of May has the wrong address.',
        ),
        aChat({ account, visitor: 'Tom', group: { id: everyone, name: 'Everyone' }, ago: 12 * minute }).with({
          silenced: true,
        }),
        aChat({ account, group: sales, ago: 2.2 * minute })
          .accepted()
          .answers('Hello Ben, how can I help?')
          .says('Do you ship to Lagos?')
          .read(),
      ],
    ),
    { groups },
  )

export const filtered = (): DeskData =>
  deskWith(due(), { groups, settings: { listFilter: { ...noFilter, groups: 'mine', text: 'sofia' } } })
export const filteredOut = (): DeskData =>
  deskWith(due(), { groups, settings: { listFilter: { ...noFilter, channel: 'callback' } } })

export const monitored = (): DeskData => {
  const ben = aChat({ account }).accepted().says('Do you ship to Lagos?').read()
  const monitor = { accountId: account.id, chatId: ben.chatId, level: 'visitor', shown: 9, inside: 9 } as const
  return deskWith(deskOf([account], [ben]), { monitors: [monitor] })
}

/** Since an hour ago, for two more. */
export const quiet = (): DeskData => {
  const now = new Date()
  const [from, to] = [-1, 2].map((hours) => ((now.getHours() + 24 + hours) % 24) * 60) as [number, number]
  return deskWith(deskOf([account], [aChat({ account, visitor: 'Jo', ago: minute })]), {
    settings: { doNotDisturb: { on: true, from, to, days: [0, 1, 2, 3, 4, 5, 6] } },
  })
}

/** A chat that ended with the wish to be called, which is still to be done. */
export const callback = (): DeskData => {
  const chat = aChat({ account, visitor: 'Ines Duarte', ago: 90 * minute })
    .says('Is anybody there?')
    .ended('callback')
  const wish = {
    phone: '+493012345678',
    note: 'The invoice of May has the wrong address.',
    preferredTimes: 'after 17:00',
  }
  const row = { ...aFollowUp('callbacks', { callback: wish }), chatId: chat.chatId }
  return deskOf([account], [chat], [], [row])
}
