import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import { inkOn } from '../../contrast.ts'
import { iconProblem } from './icon-problem.ts'
import './MiniPages.css'

/** The button on a light and on a dark page, at half its size; the real one is in the preview. */
export function MiniPages({ config }: { config: FrameConfig }) {
  return (
    <div class="mini-pages" aria-hidden="true">
      <MiniPage name="light" config={config} />
      <MiniPage name="dark" config={config} />
    </div>
  )
}

const SCALE = 0.5
/** What the drawing has room for, in px of a real page. */
const ROOM = [120, 100] as const

function MiniPage({ name, config }: { name: 'light' | 'dark'; config: FrameConfig }) {
  const [x, y] = config.offset
  const ink = inkOn(config.color)
  const isOwn = config.icon !== '' && iconProblem(config.icon) === undefined
  return (
    <div class={`mini-page ${name}`}>
      <i />
      <i />
      <i />
      <span
        class={`mini-button ${config.shape} ${config.side}`}
        style={{
          background: config.color,
          color: ink,
          insetBlockEnd: `${Math.min(y, ROOM[1]) * SCALE}px`,
          [config.side]: `${Math.min(x, ROOM[0]) * SCALE}px`,
        }}
      >
        <svg class={isOwn ? 'filled' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
          <path d={isOwn ? config.icon : BUBBLE} />
        </svg>
        {config.shape === 'pill' && (config.texts.contactUs || 'Contact us')}
      </span>
    </div>
  )
}

const BUBBLE = 'M20 11.5a8 8 0 0 1-11.5 7.2L4 20l1.3-4.500A8 8 0 1 1 20 11.5M9 12h.01M12 12h.01M15 12h.01'
