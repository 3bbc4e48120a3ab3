import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** Headers and text, as they came. */
  readonly source: string
}

/** A real mail server that keeps what it is given. While it `refuses` it puts everything off, as a busy one does; whom it does not `know` it refuses for good. */
export async function startMailServer() {
  const received: ReceivedMail[] = []
  const mood = { refuses: false, knows: (_address: string) => true }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _, done) {
      done(mood.knows(address) ? null : Object.assign(new Error('No such user here'), { responseCode: 550 }))
    },
    onData(stream, session, done) {
      text(stream).then((source) => {
        const busy = Object.assign(new Error('Busy, try again later'), { responseCode: 451 })
        if (mood.refuses) return done(busy)
        const { mailFrom, rcptTo } = session.envelope
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), source })
        done()
      }, done)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}?from=chat@shop.example`,
    received,
    mood,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

/** The plain text of a mail, with the line ends of a text. */
export function textOf({ source }: ReceivedMail): string {
  const end = source.indexOf('\r\n\r\n')
  const body = source.slice(end + 4)
  const coding = /^content-transfer-encoding: *(\S+)/im.exec(source.slice(0, end))?.[1]?.toLowerCase()
  return (coding === 'base64' ? Buffer.from(body, 'base64') : coding === 'quoted-printable' ? unquoted(body) : body)
    .toString()
    .replaceAll('\r\n', '\n')
}

/** https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
const unquoted = (body: string) =>
  Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
