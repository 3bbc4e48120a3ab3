// @vitest-environment happy-dom
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { roomStorage } from '../../snippet-generator/preview/preview-room.ts'

afterEach(() => sessionStorage.clear())

const anAct = fc.record({
  act: fc.constantFrom('set', 'set', 'remove', 'clear'),
  key: fc.constantFrom('deskbell', 'deskbell:chat', 'length', 'getItem', '__proto__', ''),
  value: fc.string({ maxLength: 5 }),
})

test('G4: the preview’s room stores what it is given, and touches nothing of the tab’s own', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 20 }), (acts) => {
      sessionStorage.clear()
      sessionStorage.setItem('deskbell', 'the real one')
      const room = roomStorage(sessionStorage)
      const model = new Map<string, string>()
      for (const { act, key, value } of acts) {
        if (act === 'set') {
          room.setItem(key, value)
          model.set(key, value)
        } else if (act === 'remove') {
          room.removeItem(key)
          model.delete(key)
        } else {
          room.clear()
          model.clear()
        }
        expect(room.getItem(key)).toBe(model.get(key) ?? null)
        expect(room.length).toBe(model.size)
        expect(Object.keys(room).toSorted()).toEqual([...model.keys()].toSorted())
        const numbered = Array.from({ length: room.length }, (_, index) => room.key(index))
        expect(numbered.toSorted()).toEqual([...model.keys()].toSorted())
      }
      expect(room.key(model.size)).toBeNull()
      expect(sessionStorage.getItem('deskbell')).toBe('the real one')
    }),
  )
})

test('W31: the room reads and writes its keys as properties, too, as the loader does', () => {
  const room = roomStorage(sessionStorage)
  const name = 'deskbell'
  expect(room[name]).toBeUndefined()
  room[name] = '1'
  expect(room.getItem('deskbell')).toBe('1')
  expect(room[name]).toBe('1')
  expect(sessionStorage.getItem(name)).toBeNull()
  delete room[name]
  expect(room.getItem(name)).toBeNull()
})
