import './Icon.css'
import { classNames } from './class-names.ts'

/** Paths on a 16 × 16 grid, drawn as lines. */
const paths = {
  back: 'M10 3 5 8l5 5',
  bell: 'M8 2a4 4 0 0 0-4 4c0 4-1.5 5-1.5 5.5h11C13.5 11 12 10 12 6a4 4 0 0 0-4-4ZM6.5 13.5a1.6 1.6 0 0 0 3 0',
  'bell-off':
    'M5 3.5A4 4 0 0 1 12 6c0 1.8.3 3 .7 3.9M4.1 5.4C4 9.8 2.5 11 2.5 11.5H11M6.5 13.5a1.6 1.6 0 0 0 3 0M2 2l12 12',
  chat: 'M2.5 4.5a1.5 1.5 0 0 1 1.5-1.5h8a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H7.5L4.5 13.5V11H4a1.5 1.5 0 0 1-1.5-1.5Z',
  check: 'm3 8.5 3.2 3L13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8ZM3 10.5h-.5v-8h8V3',
  'down-arrow': 'M8 3v10M4 9l4 4 4-4',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  hourglass: 'M4 2h8M4 14h8M5 2c0 4 6 4.5 6 12M11 2c0 4-6 4.5-6 12',
  info: 'M8 14.2a6.2 6.2 0 1 0 0-12.4 6.2 6.2 0 0 0 0 12.4ZM8 7.3v3.7M8 5v.01',
  leave: 'M9 3H3.5v10H9M7 8h6.5M11 5.5 13.5 8 11 10.5',
  missed: 'M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM1.8 13.2a4.2 4.2 0 0 1 8.4 0M11 5.5l3 3M14 5.5l-3 3',
  move: 'M2.5 8H10M7 5l3 3-3 3M13.5 3v10',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  offline:
    'M2 6.5A9 9 0 0 1 5 4.6M7.5 4A9 9 0 0 1 14 6.5M4.3 9a5.5 5.5 0 0 1 3-1.6M10 7.7A5.5 5.5 0 0 1 11.7 9M8 12.5v.01M2 2l12 12',
  panel: 'M2.5 3h11v10h-11ZM10 3v10',
  phone:
    'M5.6 2.5 3.4 3.1c-.6.2-1 .8-.9 1.4.6 4.6 4.4 8.4 9 9 .6.1 1.2-.3 1.4-.9l.6-2.2-3.1-1.5-1.3 1.5a8 8 0 0 1-3.5-3.5l1.5-1.3Z',
  plus: 'M8 3.5v9M3.5 8h9',
  send: 'M2.5 8 13.5 3l-3 10.5L7.5 9ZM13.5 3l-6 6',
  server: 'M2.5 3h11v4h-11ZM2.5 9h11v4h-11ZM5 5v.01M5 11v.01',
  settings:
    'M2.5 5h6M12 5h1.5M2.5 11h1.5M8 11h5.5M10.2 3.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4ZM5.8 9.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4Z',
  sound: 'M2.5 6.2v3.6H5L8.5 13V3L5 6.2ZM11 6a3 3 0 0 1 0 4M12.8 4a6 6 0 0 1 0 8',
  team: 'M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM1.8 13.2a4.2 4.2 0 0 1 8.4 0M10.7 3.2a2.2 2.2 0 0 1 0 4.2M11.8 9.6a4 4 0 0 1 2.4 3.6',
  visitors:
    'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM2.5 8h11M8 2.5c-3.2 3.4-3.2 7.6 0 11M8 2.5c3.2 3.4 3.2 7.6 0 11',
  warning: 'M8 2.5 14.5 13.5h-13ZM8 6.5v3.2M8 11.7v.01',
  window: 'M9.5 2.5h4v4M13.5 2.5 8 8M6.5 3.5h-4v10h10v-4',
} as const
export type IconName = keyof typeof paths
export const iconNames = Object.keys(paths) as IconName[]

const directed: ReadonlySet<IconName> = new Set(['back', 'send', 'panel', 'window', 'leave', 'move'])

interface Props {
  readonly name: IconName
  readonly large?: boolean
}

/** Decoration only: the words are beside it, or in the label of its button. */
export function Icon({ name, large }: Props) {
  return (
    <svg
      class={classNames('icon', large && 'large', directed.has(name) && 'directed')}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
