import { TextLine } from '../TextLine.tsx'
import { iconProblem, LONGEST_ICON } from './icon-problem.ts'
import './IconPath.css'

/** An icon of the owner's own, with what it looks like. Empty: ours. */
export function IconPath(parts: { label: string; value: string; onChange: (path: string) => void }) {
  const problem = iconProblem(parts.value)
  return (
    <div class="icon-path">
      <TextLine
        label={parts.label}
        isCode
        value={parts.value}
        maxLength={LONGEST_ICON}
        placeholder="M4 4h16v16H4z"
        hint={HINT}
        problem={problem}
        onChange={(path) => parts.onChange(path.trim())}
      />
      <svg class="icon-sample" viewBox="0 0 24 24" aria-hidden="true">
        {!problem && <path d={parts.value} />}
      </svg>
    </div>
  )
}

const HINT = 'Path data in a box of 24 × 24: what stands in d="…" of an SVG’s path. Empty: ours.'
