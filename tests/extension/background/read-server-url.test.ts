import { expect, test } from 'vitest'
import { readServerUrl } from '../../../extension/background/accounts/read-server-url.ts'

test.each([
  ['chat.example.org', 'https://chat.example.org'],
  [' https://chat.example.org/ ', 'https://chat.example.org'],
  ['https://chat.example.org:8443/some/page?x#y', 'https://chat.example.org:8443'],
  ['http://192.168.1.20:4400', 'http://192.168.1.20:4400'],
  ['localhost:4400', 'http://localhost:4400'],
  ['127.0.0.1:4400/', 'http://127.0.0.1:4400'],
  ['[::1]:4400', 'http://[::1]:4400'],
  ['localhost.example.org', 'https://localhost.example.org'],
  ['https://user:password@chat.example.org', 'https://chat.example.org'],
])('A45: the address %j means %s', (typed, origin) => {
  expect(readServerUrl(typed)).toBe(origin)
})

test.each(['', '   ', 'ftp://chat.example.org', 'javascript://alert(1)', 'chat example org', 'https://'])(
  'A45: %j is no address of a server',
  (typed) => {
    expect(readServerUrl(typed)).toBeNull()
  },
)
