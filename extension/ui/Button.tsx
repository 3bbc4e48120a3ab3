import type { ComponentProps } from 'preact'
import './Button.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'

interface Props extends Omit<ComponentProps<'button'>, 'icon' | 'label'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'link'
  readonly icon?: IconName
}

/** A button with words; the icon before them is decoration. */
export function Button({ look = 'plain', icon, class: extra, children, ...rest }: Props) {
  return (
    <button type="button" {...rest} class={classNames('button', look, extra as string)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A button that shows an icon only: `label` is its accessible name and its tooltip. */
export function IconButton({
  label,
  icon,
  look = 'quiet',
  class: extra,
  ...rest
}: Props & { readonly label: string; readonly icon: IconName }) {
  return (
    <button
      type="button"
      {...rest}
      class={classNames('button', 'icon-only', look, extra as string)}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}
