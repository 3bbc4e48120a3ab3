import { createTransport } from 'nodemailer'
import type { SmtpTarget } from './smtp-url.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every try, so that whoever gets it twice can tell. */
  readonly messageId: string
}

export interface Mailer {
  /** Resolves when the mail server has taken it. Rejects when it has not; then it may be tried again. */
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
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId })
    },
    close: () => transport.close(),
  }
}
