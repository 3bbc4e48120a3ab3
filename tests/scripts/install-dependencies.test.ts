import { expect, test } from 'vitest'
import { completed } from '../../scripts/complete-lockfile.mjs'
import { isInstalled } from '../../scripts/machine/install-dependencies.mjs'

const wanted = {
  packages: {
    '': {},
    'node_modules/hono': { version: '4.13.19' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
}

test('dependencies are installed when every one is there in its version; those for other platforms may be absent', () => {
  expect(isInstalled(wanted, { packages: { 'node_modules/hono': { version: '4.13.19' } } })).toBe(true)
})

test.each([
  ['nothing is installed', undefined],
  ['a dependency is missing', { packages: {} }],
  ['a dependency has another version', { packages: { 'node_modules/hono': { version: '4.13.18' } } }],
])('dependencies are not installed when %s', (_, installed) => {
  expect(isInstalled(wanted, installed)).toBe(false)
})

test('a lockfile is completed with the packages for other platforms that npm left out', () => {
  const biome = {
    version: '2.0.0',
    dev: true,
    optionalDependencies: { '@x/cli-linux-x64': '2.0.0', '@x/cli-linux-arm64-musl': '2.0.0' },
  }
  const packages = completed({ 'node_modules/biome': biome, 'node_modules/@x/cli-linux-x64': { version: '2.0.0' } })
  expect(packages['node_modules/@x/cli-linux-arm64-musl']).toEqual({
    version: '2.0.0',
    cpu: ['arm64'],
    os: ['linux'],
    libc: ['musl'],
    dev: true,
    optional: true,
  })
  expect(Object.keys(packages)).toHaveLength(3)
})
