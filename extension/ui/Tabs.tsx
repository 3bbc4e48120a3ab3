import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { Count } from './Count.tsx'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import { useRovingFocus } from './use-roving-focus.ts'
import './Tabs.css'

export interface Tab<K extends string> {
  readonly key: K
  readonly label: string
  /** Above the label. Of the tabs in a row all have one, or none: then they share its width, and break into rows of three where it is narrow. */
  readonly icon?: IconName
  readonly count?: number
  readonly loud?: boolean
}

interface Props<K extends string> {
  readonly label: string
  readonly tabs: readonly Tab<K>[]
  readonly selected: K
  readonly onSelect: (key: K) => void
  /** What the selected tab shows. */
  readonly children: ComponentChildren
}

/** Tabs after the ARIA pattern: arrows choose, Tab goes on into the panel. */
export function Tabs<K extends string>({ label, tabs, selected, onSelect, children }: Props<K>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = useRovingFocus(list, { items: '[role=tab]', axis: 'inline', onMove: (tab) => tab.click() })
  return (
    <>
      <div class="tab-bar">
        <div
          class={classNames('tabs', tabs.some(({ icon }) => icon) && 'with-icons')}
          role="tablist"
          aria-label={label}
          ref={list}
          onKeyDown={onKeyDown}
        >
          {tabs.map((tab) => (
            <button
              key={tab.key}
              type="button"
              role="tab"
              id={`${id}-${tab.key}`}
              aria-controls={`${id}-panel`}
              aria-selected={tab.key === selected}
              tabIndex={tab.key === selected ? 0 : -1}
              onClick={() => onSelect(tab.key)}
            >
              {tab.icon && <Icon name={tab.icon} />}
              {tab.label}
              <Count value={tab.count ?? 0} loud={tab.loud ?? false} />
            </button>
          ))}
        </div>
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </>
  )
}
