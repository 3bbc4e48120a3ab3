import { useEffect, useRef, useState } from 'preact/hooks'
import type { AccountRow } from '../../core/db.ts'
import { changeSetting, channelKinds, type ListFilter } from '../../core/settings.ts'
import { texts } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/Button.tsx'
import { optionsOf } from '../../ui/Select.tsx'
import { useSetting } from '../settings/use-setting.ts'
import { isFiltering } from './chat-filter.ts'
import './FilterBar.css'
import '../../ui/Field.css'
import '../../ui/Select.css'
import { GroupSelect } from './GroupSelect.tsx'
import { removals, removeFilter } from './use-filtering.ts'

const t = texts.attention.filter
/** Somebody who types has the list look once, not at each key. In ms. */
const pause = 150

/** Which chats the lists show (A12): words, groups, channel. One filter for all of them, kept in this browser. */
export function FilterBar({ accounts }: { readonly accounts: readonly AccountRow[] }) {
  const filter = useSetting('listFilter')
  const [text, setText] = useTyped(filter.text, removals.value, (typed) => change({ text: typed }))
  return (
    <search class="filter-bar" aria-label={t.label}>
      <input
        type="search"
        class="input"
        aria-label={t.search}
        placeholder={t.search}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <GroupSelect accounts={accounts} value={filter.groups} onValue={(groups) => change({ groups })} />
      <select
        class="input select"
        aria-label={t.channel}
        value={filter.channel}
        onChange={({ currentTarget: { value } }) =>
          change({ channel: channelKinds.find((kind) => kind === value) ?? 'all' })
        }
      >
        {optionsOf({ all: t.allChannels, ...t.channels })}
      </select>
      {isFiltering({ ...filter, text }) && <IconButton icon="close" label={t.remove} onClick={removeFilter} />}
    </search>
  )
}

const change = (part: Partial<ListFilter>) => changeSetting('listFilter', (before) => ({ ...before, ...part }))

/**
 * What is typed, told when the person pauses; what is stored comes back in when that is the same, or when it is taken back.
 * @param takenBack how often it was
 */
function useTyped(
  stored: string,
  takenBack: number,
  tell: (text: string) => unknown,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (typed === stored) setTyped(null)
  }, [typed, stored])
  useEffect(() => {
    clearTimeout(timer.current)
    setTyped(null)
  }, [takenBack])
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => tell(text), pause)
  }
  return [typed ?? stored, type]
}
