import { createTransport } from 'nodemailer'
import type { SmtpTarget } from './smtp-url.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every try, so that whoever gets it twice can tell. */
  readonly messageId: string
}

/** The mail server said no for good: trying again changes nothing. The message is the server's own, one line. */
export class MailRefused extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'MailRefused'
  }
}

export interface Mailer {
  /** Resolves when the mail server has taken it. Rejects with MailRefused, or with what may be over at the next try. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** ms. Shorter than a reaction belongs to one process, so that no other one sends it meanwhile. */
const timeouts = { connectionTimeout: 3_000, greetingTimeout: 3_000, socketTimeout: 3_000 }

/** Sends plain text through the mail server that DESKBELL_SMTP_URL names. */
export function createMailer({ host, port, tls, user, password, from }: SmtpTarget): Mailer {
  const transport = createTransport({
    host,
    port,
    secure: tls,
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, messageId }) {
      // As an object: an address is never read as a list of several.
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId }).catch(throwOn)
    },
    close: () => transport.close(),
  }
}

/** 5xx is for good, but for what has to do with us and not with the mail: 530 and 535 ask for other credentials. */
function throwOn(error: Error & { responseCode?: number; response?: string }): never {
  const { responseCode = 0, response } = error
  if (responseCode >= 500 && !/^53/.test(String(responseCode)))
    throw new MailRefused((response ?? error.message).replace(/\s+/g, ' ').slice(0, 200))
  throw error
}
