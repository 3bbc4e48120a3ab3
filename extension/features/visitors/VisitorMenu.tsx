import { texts } from '../../i18n/texts.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'

interface Props {
  readonly name: string
  /** Each missing where it cannot be done just now. */
  readonly onStart: (() => void) | undefined
  readonly onOpen: (() => void) | undefined
  readonly onJoin: (() => void) | undefined
  readonly onObserve: (() => void) | undefined
}

const t = texts.visitors

/** What can be done with a visitor (A3); nothing when there is nothing. */
export function VisitorMenu({ name, onStart, onOpen, onJoin, onObserve }: Props) {
  const items = [
    { words: t.start, act: onStart },
    { words: t.open, act: onOpen },
    { words: texts.joining.join, act: onJoin },
    { words: texts.joining.observe, act: onObserve },
  ].filter((item) => item.act !== undefined)
  if (!items.length) return null
  return (
    <Menu
      label={t.menu(name)}
      button={
        <>
          <Icon name="more" />
          <VisuallyHidden>{t.menu(name)}</VisuallyHidden>
        </>
      }
    >
      {(close) =>
        items.map(({ words, act }) => (
          <MenuItem
            key={words}
            onPick={() => {
              close()
              act?.()
            }}
          >
            {words}
          </MenuItem>
        ))
      }
    </Menu>
  )
}
