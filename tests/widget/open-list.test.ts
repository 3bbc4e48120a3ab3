import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChannelType } from '#shared/widget-config/channel.ts'
import { chatting } from '../../widget/loader/flags.ts'
import { aPage, call, page } from './page-of-calls.ts'

beforeEach(() => {
  page.Deskbell = undefined
})
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

describe('W33, W1: open, toggle and close, where the owner offers no chat', () => {
  it('mean the list of the channels there are', () => {
    const { answer, done, state } = aPage({ config: { channels: [] } })
    const { list, isOpen } = aList(['email', 'phone'])
    state.list = list
    answer()
    call('open')
    expect(isOpen()).toBe(true)
    call('open')
    expect(isOpen()).toBe(true)
    call('close')
    expect(isOpen()).toBe(false)
    call('toggle')
    expect(isOpen()).toBe(true)
    call('toggle')
    expect(isOpen()).toBe(false)
    expect(done).toEqual([])
  })

  it('shut the list by a press on a button of the page’s, though the press itself took it away', () => {
    const { answer, state } = aPage({ config: { channels: [] } })
    const { list, isOpen } = aList(['email', 'phone'])
    state.list = list
    answer()
    call('open')
    // What a browser does at such a press.
    window.dispatchEvent(new Event('pointerdown'))
    list.menu.hidePopover()
    call('toggle')
    window.dispatchEvent(new Event('click'))
    expect(isOpen()).toBe(false)
    window.dispatchEvent(new Event('pointerdown'))
    call('toggle')
    window.dispatchEvent(new Event('click'))
    expect(isOpen()).toBe(true)
  })

  it('open the one channel that is offered, and tell where there is none now', () => {
    const one = aPage({ config: { channels: [] } })
    const { list, pressed } = aList(['phone', 'email'], ['phone'])
    one.state.list = list
    one.answer()
    call('open')
    expect(pressed).toHaveBeenCalledOnce()
    one.state.list = aList(['phone'], []).list
    call('open')
    expect(one.told).toHaveBeenLastCalledWith('Deskbell: no channel is offered now.')
    expect(one.done).toEqual([])
  })

  it('wait for the channels to be known', () => {
    const { answer, done, state } = aPage({ config: { channels: [] } })
    answer()
    call('open')
    const { list, isOpen } = aList(['email', 'phone'])
    state.list = list
    state.asked?.()
    expect(isOpen()).toBe(true)
    expect(done).toEqual([])
  })

  it.each<[string, ChannelType[], ChannelType[]]>([
    ['beside others', ['chat', 'email'], ['chat', 'email']],
    ['at other hours than now, when nothing else is', ['chat'], []],
  ])('mean the chat where it is offered %s', (_, set, now) => {
    const { answer, done, state } = aPage({ config: { channels: [] } })
    state.list = aList(set, now).list
    answer()
    call('open')
    call('toggle')
    call('close')
    expect(done).toEqual([['open'], ['toggle'], ['close']])
  })

  it('mean the chat while one is under way, or its panel is open', () => {
    const { answer, done, state, button } = aPage({ config: { channels: [] } })
    state.list = aList(['email', 'callback']).list
    answer()
    button.ariaExpanded = 'true'
    call('toggle')
    button.ariaExpanded = 'false'
    chatting('1')
    call('open')
    expect(done).toEqual([['toggle'], ['open']])
  })
})

/** The button's list as browsers have it, with these channels set and those offered now. */
function aList(set: readonly ChannelType[], now = set) {
  const menu = document.createElement('div')
  const item = document.createElement('a')
  const pressed = vi.fn()
  item.onclick = pressed
  menu.append(item)
  let open = false
  const turn = (now: boolean) => () => {
    open = now
  }
  Object.assign(menu, { matches: () => open, showPopover: turn(true), hidePopover: turn(false) })
  const all = (types: readonly ChannelType[]) => types.map((type) => ({ type, to: '+4930123456' }))
  return { list: { menu, channels: all(set), offer: () => all(now) }, isOpen: () => open, pressed }
}
