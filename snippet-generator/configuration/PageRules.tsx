import { useId } from 'preact/hooks'
import type { Group } from '#shared/contract/groups.ts'
import type { FrameConfig } from '#shared/widget-config/frame-config.ts'
import type { PageRule } from '#shared/widget-config/more-config.ts'
import { LONGEST_TEXT, MOST_RULES } from '../bounds.ts'
import { GroupSelect } from './GroupSelect.tsx'

type Rules = FrameConfig['rules']

interface PageRulesProps {
  readonly rules: Rules
  readonly groups: readonly Group[]
  readonly onChange: (rules: Rules) => void
}

/** W9r: the first rule that fits the page counts. A rule without a page fits none, and is not in the snippet. */
export function PageRules({ rules, groups, onChange }: PageRulesProps) {
  const id = useId()
  const [first] = groups
  const replace = (index: number, change: Partial<PageRule>) =>
    onChange(rules.map((rule, i) => (i === index ? { ...rule, ...change } : rule)))
  return (
    <fieldset class="choice" aria-describedby={id}>
      <legend>Another group on certain pages</legend>
      <p class="hint" id={id}>
        By the page on which a chat begins; the first line that fits counts. <code>*</code> stands for anything, as in{' '}
        <code>/prices*</code> or <code>docs.shop.example/*</code>.
      </p>
      {rules.map((rule, index) => (
        <div class="rule" key={index}>
          <input
            type="text"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            aria-label={`Page ${index + 1}`}
            placeholder="/prices*"
            maxLength={LONGEST_TEXT}
            value={rule.page}
            onInput={(event) => replace(index, { page: event.currentTarget.value })}
          />
          <GroupSelect
            id={`${id}-${index}`}
            label={`Group for page ${index + 1}`}
            groups={groups}
            value={rule.group}
            onChange={(group) => replace(index, { group })}
          />
          <button
            type="button"
            class="button"
            aria-label={`Remove page ${index + 1}`}
            onClick={() => onChange(rules.filter((_, i) => i !== index))}
          >
            Remove
          </button>
        </div>
      ))}
      {first && rules.length < MOST_RULES && (
        <div>
          <button
            type="button"
            class="button"
            onClick={() => onChange([...rules, { page: '', group: rules.at(-1)?.group ?? first.id }])}
          >
            Add a page
          </button>
        </div>
      )}
    </fieldset>
  )
}
