import { useId } from 'preact/hooks'
import type { KnownField } from '#shared/contract/visitor-fields.ts'
import { answerWords } from './answer-words.ts'
import { Known } from './Known.tsx'
import { Proof } from './Proof.tsx'
import { Reach } from './Reach.tsx'

interface Props {
  readonly heading: string
  readonly fields: readonly KnownField[]
}

/** What a visitor answered, under the labels of the owner's questions (W9, A10). Nobody has signed it, and it says so. */
export function SaidFields({ heading, fields }: Props) {
  const id = useId()
  if (!fields.length) return null
  return (
    <>
      <h3 id={id}>
        {heading} <Proof signed={false} />
      </h3>
      <dl aria-labelledby={id}>
        {fields.map((field) => (
          <Known key={field.key} term={field.label}>
            {field.type === 'email' || field.type === 'phone' ? (
              <Reach type={field.type} value={field.value} />
            ) : (
              answerWords(field)
            )}
          </Known>
        ))}
      </dl>
    </>
  )
}
