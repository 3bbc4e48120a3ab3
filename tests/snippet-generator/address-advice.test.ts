import { expect, test } from 'vitest'
import { addressAdvice } from '../../snippet-generator/code/address-advice.ts'

test.each(['http://127.0.0.1:4400', 'http://localhost:4400', 'http://[::1]:4400', 'http://desk.localhost'])(
  'G5: %s is for this computer alone',
  (origin) => {
    expect(addressAdvice(origin)).toContain('from this computer alone')
  },
)

test('G5: a page over https refuses a script from an address that is not encrypted', () => {
  expect(addressAdvice('http://chat.example')).toContain('https refuses scripts from http://chat.example')
})

test('G5: an https address needs no advice', () => {
  expect(addressAdvice('https://chat.example')).toBeUndefined()
})
