import { expect, test } from 'vitest'
import { agentBrowser } from '../../scripts/agent/agent-browser.mjs'
import { readOptions } from '../../scripts/agent/read-options.mjs'

test('npm run agent: goes to the server that npm start serves with the same environment', () => {
  expect(readOptions([], {})).toMatchObject({ server: 'http://127.0.0.1:4400', username: 'admin', headless: false })
  expect(readOptions([], { PORT: '5000', HOST: '0.0.0.0' }).server).toBe('http://127.0.0.1:5000')
  expect(readOptions([], { HOST: '::1' }).server).toBe('http://[::1]:4400')
  expect(readOptions(['--server', 'https://chat.example.org/x'], { PORT: '5000' }).server).toBe(
    'https://chat.example.org',
  )
})

test('npm run agent: takes who signs in from the environment, and no password as an argument', () => {
  const env = { DESKBELL_ADMIN_USERNAME: 'ana', DESKBELL_ADMIN_PASSWORD: 'secret' }
  expect(readOptions([], env)).toMatchObject({ username: 'ana', password: 'secret' })
  expect(readOptions(['--username', 'ben'], env).username).toBe('ben')
  expect(() => readOptions(['--password', 'secret'], {})).toThrow(/--password/)
  expect(() => readOptions(['--server', 'nonsense'], {})).toThrow('--server nonsense is no web address')
})

test('npm run agent: with Google Chrome alone it says why that cannot be used and what to do', () => {
  const only = (path: string) => ({ env: {}, platform: 'linux', isProgram: (p: string) => p === path, list: () => [] })
  expect(() => agentBrowser(only('/usr/bin/google-chrome'))).toThrow(
    /Only \/usr\/bin\/google-chrome was found.*Load unpacked/,
  )
  expect(() => agentBrowser(only('nothing'))).toThrow(/No Chromium was found/)
})
