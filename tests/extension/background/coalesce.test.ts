import { expect, test } from 'vitest'
import { coalesce } from '../../../extension/background/coalesce.ts'

test('S8: calls during a run are answered by one more run', async () => {
  let runs = 0
  const call = coalesce(async () => {
    runs++
    await Promise.resolve()
  })
  await Promise.all([call(), call(), call()])
  expect(runs).toBe(2)
})

test('S8: no call is lost, at whatever moment of a run it comes', async () => {
  for (let turns = 0; turns < 12; turns++) {
    let seen = 0
    let asked = 0
    const call = coalesce(async () => {
      seen = asked
    })
    asked++
    const first = call()
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    asked++
    await Promise.all([first, call()])
    expect(seen, `asked ${turns} turns after the first call`).toBe(2)
  }
})
