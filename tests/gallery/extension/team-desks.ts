import { aChat, anAccount, deskOf } from '../../support/desk-data.ts'
import { aChatWith, aColleague, aGroupRow, aTeamRow, withTeam } from '../../support/team-data.ts'
import { anOnlineVisitor, visitorsOf } from '../../support/visitor-data.ts'

const account = anAccount({ presence: { status: 'online' as never, dot: 'green' } })
const second = anAccount({ order: 1, serverUrl: 'https://support.acme.example' })
const me = account.agent
const [ben, mia, long, noa, tom] = [
  aColleague('Ben Okoye'),
  aColleague('Mia Chen'),
  aColleague('Łukasz Wiśniewski-Brzęczyszczykiewicz'),
  aColleague('נועה לוי'),
  aColleague('Tom Hardy'),
]
const [billing, sales, returns] = [aGroupRow('Billing'), aGroupRow('Sales'), aGroupRow('Returns and complaints')]
const groups = [billing, sales, returns]

const team = () => [
  aTeamRow(me, { groups: [sales] }),
  aTeamRow(ben, { activeChats: 2, groups: [billing, sales] }),
  aTeamRow(mia, { status: 'online', dot: 'yellow', activeChats: 1, groups: [sales] }),
  aTeamRow(long, { activeChats: 12, groups: [billing, sales, returns] }),
  aTeamRow(noa, { status: 'busy', dot: 'red' }),
  aTeamRow(tom, { dot: 'black', groups: [returns] }),
]

const withBen = () =>
  aChatWith(ben, 'me').says(me, 'Do we ship the Trail Runner 2 to Lagos?').accepted().says(ben, 'Yes, 6 to 8 days.')

export const everybody = () => withTeam(deskOf([account], []), team(), [withBen()], groups)

export const onSeveralServers = () => {
  const acme = [
    aTeamRow(second.agent, {}, second),
    aTeamRow(aColleague('Rosa Diaz'), { status: 'away', dot: 'yellow' }, second),
  ]
  return withTeam(deskOf([account, second], []), [...team(), ...acme], [], groups)
}

export const alone = () => withTeam(deskOf([account], []), [aTeamRow(me)])

/** A visitor waits, and a colleague asks. */
export const asked = () =>
  withTeam(
    deskOf([account], [aChat({ account, visitor: 'Sofia', ago: 40_000 }).says('Hello? My parcel is late.')]),
    team(),
    [aChatWith(mia, 'colleague').says(mia, 'Can you take the chat with Lagos? I have to leave at four.').rings()],
    groups,
  )

export const talking = () =>
  withTeam(
    deskOf([account], []),
    team(),
    [
      aChatWith(ben, 'me')
        .says(me, 'Do we ship the Trail Runner 2 to Lagos?')
        .accepted()
        .says(ben, 'Yes. It takes 6 to 8 working days.')
        .says(ben, 'Tell them that customs may ask for more.')
        .says(me, 'Thank you!'),
    ],
    groups,
  )

export const unanswered = () =>
  withTeam(deskOf([account], []), team(), [aChatWith(noa, 'me').says(me, 'Have you a minute?')], groups)

const observer = { ...account, mayObserve: true }

/** Others are in chats. */
export const active = () => withTeam(deskOf([observer], []), team(), [], groups)

/** I read along in a chat of Ben's, whose visitor is still on the site. */
export const observing = () => {
  const chat = aChat({ account: observer, visitor: 'Maria Santos' }).says('Where is my parcel?').takenBy('Ben Okoye')
  const { chatId } = chat.colleagueSays('Ben Okoye', 'I will look.').observed()
  const maria = anOnlineVisitor('Maria Santos', { chatId })
  return withTeam({ ...deskOf([observer], [chat]), ...visitorsOf(observer, [maria]) }, team(), [], groups)
}
