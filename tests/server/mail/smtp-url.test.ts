import { describe, expect, it } from 'vitest'
import { parseSmtpUrl } from '../../../server/mail/smtp-url.ts'

describe('DESKBELL_SMTP_URL', () => {
  it.each([
    ['smtp://mail.example.com', 'mail.example.com', 587, false, null, 'deskbell@mail.example.com'],
    ['smtps://mail.example.com', 'mail.example.com', 465, true, null, 'deskbell@mail.example.com'],
    ['smtp://a%40b.example:p%3A@mail.example.com:25', 'mail.example.com', 25, false, 'a@b.example', 'a@b.example'],
    ['smtp://me:pw@127.0.0.1:1025?from=chat@b.example', '127.0.0.1', 1025, false, 'me', 'chat@b.example'],
  ])('%s', (url, host, port, tls, user, from) => {
    expect(parseSmtpUrl(url)).toMatchObject({ host, port, tls, user, from })
  })

  it.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp://user:secret@mail.example.com/inbox',
    'smtp://user:secret@mail.example.com?to=me',
    'smtp://user:secret@mail.example.com?from=nobody',
    'smtp://user:secret@mail.example.com?from=a@b.example,c@d.example',
    'smtp://user:%zz@mail.example.com',
  ])('refuses %s in a sentence that repeats none of it', (url) => {
    expect(() => parseSmtpUrl(url)).toThrow(
      'DESKBELL_SMTP_URL must look like smtp://USER:PASSWORD@HOST:PORT?from=chat@example.com.',
    )
  })
})
