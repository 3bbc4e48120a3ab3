import { argon2Sync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword, newPassword } from '../../../server/features/agents/password.ts'

describe('passwords', () => {
  it('are kept as argon2id with at least 19 MiB, two passes and a salt of 16 bytes of their own', async () => {
    const stored = await Promise.all([hashPassword('the same'), hashPassword('the same')])
    for (const one of stored) {
      const [, memory, passes, lanes, salt = ''] =
        /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$[^$]{43}$/.exec(one) ?? []
      expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024)
      expect(Number(passes)).toBeGreaterThanOrEqual(2)
      expect(lanes).toBe('1')
      expect(Buffer.from(salt, 'base64')).toHaveLength(16)
    }
    expect(stored[0]).not.toBe(stored[1])
  })

  it('fit themselves and nothing else, in any script', async () => {
    const stored = await hashPassword('пароль 🔑')
    expect(await isPassword('пароль 🔑', stored)).toBe(true)
    expect(await isPassword('пароль 🔑 ', stored)).toBe(false)
    expect(await isPassword('', stored)).toBe(false)
  })

  it('that were hashed with other parameters still fit', async () => {
    const salt = Buffer.alloc(16, 7)
    const tag = argon2Sync('argon2id', {
      message: 'old',
      nonce: salt,
      memory: 256,
      passes: 1,
      parallelism: 1,
      tagLength: 24,
    })
    const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
    const stored = `$argon2id$v=19$m=256,t=1,p=1$${plain(salt)}$${plain(tag)}`
    expect(await isPassword('old', stored)).toBe(true)
    expect(await isPassword('new', stored)).toBe(false)
  })

  it('that are made up are never the same and have no look-alikes', () => {
    const made = new Set(Array.from({ length: 1_000 }, newPassword))
    expect(made.size).toBe(1_000)
    for (const one of made) expect(one).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){4}$/)
  })
})
