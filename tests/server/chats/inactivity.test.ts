import { describe, expect, it } from 'vitest'
import { inactivityStep } from '../../../server/domain/chats/inactivity.ts'
import { ChatStory } from '../../support/chat-story.ts'

const minute = 60_000
const active = new ChatStory().accepted('ada').says('ada').chat()
const since = active.lastActivityAt

describe('L1: the end for inactivity', () => {
  it('comes after the group’s time, with a warning a minute before', () => {
    expect(inactivityStep(active, 600, since)).toEqual({ do: 'wait', until: since + 9 * minute })
    expect(inactivityStep(active, 600, since + 9 * minute)).toEqual({ do: 'warn', since, endsAt: since + 10 * minute })
    const warned = { ...active, endsAt: since + 10 * minute }
    expect(inactivityStep(warned, 600, since + 10 * minute - 1)).toEqual({ do: 'wait', until: since + 10 * minute })
    expect(inactivityStep(warned, 600, since + 10 * minute)).toEqual({ do: 'end', since })
  })

  it('leaves a whole minute also after the server was down', () => {
    expect(inactivityStep(active, 600, since + 60 * minute)).toMatchObject({ endsAt: since + 61 * minute })
  })

  it('begins anew with every message', () => {
    const story = new ChatStory().accepted('ada').says('ada')
    story.happens({ kind: 'system', id: active.id as never, name: '' }, { type: 'inactivity-warned', endsAt: 9 })
    expect(story.chat().endsAt).toBe(9)
    expect(story.visitorSays().chat().endsAt).toBe(null)
  })

  it('is never for a chat that waits, until its visitor was told that nobody comes soon', () => {
    expect(inactivityStep(new ChatStory().chat(), 600, since + 100 * minute)).toEqual({ do: 'wait', until: null })
    const told = new ChatStory().fallback().chat()
    expect(inactivityStep(told, 600, since + 100 * minute)).toMatchObject({ do: 'warn', since: told.fallback?.at })
  })

  it('is not at all where the group says never, nor twice', () => {
    expect(inactivityStep(active, null, since + 100 * minute)).toEqual({ do: 'wait', until: null })
    const over = new ChatStory().accepted('ada').ended('ada').chat()
    expect(inactivityStep(over, 600, since + 100 * minute)).toEqual({ do: 'wait', until: null })
  })
})
