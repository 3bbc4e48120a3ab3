import type { ComponentChildren } from 'preact'
import './Banner.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'

interface Props {
  readonly tone?: 'info' | 'warn' | 'bad'
  readonly icon?: IconName
  /** Stands in a page instead of across a surface. */
  readonly boxed?: boolean
  readonly children: ComponentChildren
  readonly actions?: ComponentChildren
}

/** A sentence about the state of things, read out when it appears: at once when it is bad, else at the next pause. */
export function Banner({ tone = 'info', icon, boxed, children, actions }: Props) {
  return (
    <div class={classNames('banner', tone, boxed && 'boxed')} role={tone === 'bad' ? 'alert' : 'status'}>
      {icon && <Icon name={icon} />}
      <div class="words">{children}</div>
      {actions}
    </div>
  )
}
