import type { ComponentChildren } from 'preact'
import './Empty.css'
import { Icon, type IconName } from './Icon.tsx'

interface Props {
  readonly icon: IconName
  readonly title: string
  readonly text?: string
  /** What to do about it. */
  readonly children?: ComponentChildren
}

/** Nothing to show, said so that it is no dead end. */
export function Empty({ icon, title, text, children }: Props) {
  return (
    <div class="empty">
      <Icon name={icon} large />
      <p class="title">{title}</p>
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}
