import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BadSetting, readConfig } from '../../../server/config.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskbell-config-'))
const DESKBELL_DATA = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true }))

/** The sentence that a wrong environment is refused with. */
function refusal(environment: Record<string, string>): string {
  try {
    readConfig({ DESKBELL_DATA, ...environment })
  } catch (error) {
    if (error instanceof BadSetting) return error.message
    throw error
  }
  throw new Error('It was not refused.')
}

describe('settings', () => {
  it('have the defaults that people script against', () => {
    expect(readConfig({ DESKBELL_DATA })).toEqual({
      port: 4400,
      host: '127.0.0.1',
      database: { kind: 'sqlite', folder: DESKBELL_DATA },
      publicUrl: null,
      administrator: { username: 'admin', password: null },
      realtime: null,
      smtp: null,
    })
  })

  it('make the data folder, and a setting that is empty counts as not set', () => {
    const data = join(folder, 'a/new/folder')
    expect(readConfig({ DESKBELL_DATA: data, PORT: '', DESKBELL_ADMIN_PASSWORD: '' }).port).toBe(4400)
    expect(existsSync(data)).toBe(true)
  })

  it('take port 0, a public origin, PostgreSQL and an engine elsewhere', () => {
    const config = readConfig({
      PORT: '0',
      DESKBELL_PUBLIC_URL: 'https://chat.example.com/',
      DESKBELL_DATABASE_URL: 'postgres://me@db/deskbell',
      DESKBELL_REALTIME_URL: 'https://key:secret@engine.example.com/apps/7',
    })
    expect(config).toMatchObject({
      port: 0,
      publicUrl: 'https://chat.example.com',
      database: { kind: 'postgres', url: 'postgres://me@db/deskbell' },
      realtime: { appId: '7', key: 'key', secret: 'secret', host: 'engine.example.com', tls: true },
    })
  })

  it('refuse a name that nobody knows, and say which there are', () => {
    expect(refusal({ DESKBELL_ADMIN_PASWORD: 'x' })).toMatch(
      /^DESKBELL_ADMIN_PASWORD is no setting.*DESKBELL_ADMIN_PASSWORD/,
    )
  })

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80 '],
    ['PORT', '4400.5'],
    ['HOST', 'no host'],
    ['HOST', 'http://localhost'],
    ['DESKBELL_PUBLIC_URL', 'chat.example.com'],
    ['DESKBELL_PUBLIC_URL', 'https://chat.example.com/chat'],
    ['DESKBELL_PUBLIC_URL', 'https://me:pw@chat.example.com'],
    ['DESKBELL_DATABASE_URL', 'mysql://db/deskbell'],
    ['DESKBELL_DATABASE_URL', '/var/db'],
    ['DESKBELL_REALTIME_URL', 'https://engine.example.com'],
    ['DESKBELL_ADMIN_USERNAME', '  '],
    ['DESKBELL_ADMIN_USERNAME', 'x'.repeat(101)],
    ['DESKBELL_ADMIN_PASSWORD', 'short'],
  ])('refuse %s=%s in one sentence that names the setting', (name, value) => {
    const sentence = refusal({ [name]: value })
    expect(sentence).toContain(name)
    expect(sentence).toMatch(/^[^\n]+\.$/)
  })

  it('refuse a data folder that cannot be one', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expect(refusal({ DESKBELL_DATA: join(file, 'data') })).toMatch(/^DESKBELL_DATA must be a folder/)
    expect(refusal({ DESKBELL_DATA: file })).toMatch(/^DESKBELL_DATA must be a folder/)
  })

  it('never repeat a secret in the refusal', () => {
    expect(refusal({ DESKBELL_DATABASE_URL: 'postgress://me:hush-hush@db/x' })).not.toContain('hush')
    expect(refusal({ DESKBELL_REALTIME_URL: 'https://key:hush-hush@db/x' })).not.toContain('hush')
    expect(refusal({ DESKBELL_ADMIN_PASSWORD: 'hush' })).not.toContain('hush')
  })
})
