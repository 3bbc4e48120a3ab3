import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Refusal } from '#shared/contract/refusals.ts'
import type { Problems } from './problems.ts'
import type { Leaving } from './use-leaving.ts'

type Saved<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly refusal: Refusal }

interface Parts<D, V> {
  readonly start: D
  /** What must be mended before the server is asked. */
  readonly check: (draft: D) => Problems
  readonly save: (draft: D) => Promise<Saved<V>>
  /** The server's refusal, at the fields that it is about. */
  readonly refused: (refusal: Refusal, draft: D) => Problems
  readonly onSaved: (value: V) => void
  readonly leaving: Leaving
}

export interface Form<D> {
  readonly draft: D
  readonly change: (change: Partial<D>) => void
  readonly problems: Problems
  readonly isBusy: boolean
  readonly submit: (event: SubmitEvent) => void
  readonly root: RefObject<HTMLFormElement | null>
}

/**
 * A form of administration. Problems are said when it is to be saved, and follow what is typed from then on; the first of their
 * fields gets the focus. Nothing that was typed is ever taken away by a refusal.
 */
export function useForm<D extends object, V>({ start, check, save, refused, onSaved, leaving }: Parts<D, V>): Form<D> {
  const [first] = useState(start)
  const [draft, setDraft] = useState(first)
  const [isTried, setTried] = useState(false)
  const [refusals, setRefusals] = useState<Problems>({})
  const [isBusy, setBusy] = useState(false)
  const root = useRef<HTMLFormElement>(null)
  const problems = { ...refusals, ...(isTried && check(draft)) }
  const isDirty = JSON.stringify(draft) !== JSON.stringify(first)

  useEffect(() => {
    leaving.hold(isDirty)
    return () => leaving.hold(false)
  }, [isDirty])
  useLayoutEffect(() => focusFirst(root.current, 'input, select'), [])

  const send = async () => {
    setTried(true)
    if (Object.keys(check(draft)).length) return showFirstProblem()
    setBusy(true)
    const answer = await save(draft)
    setBusy(false)
    if (answer.ok) {
      leaving.hold(false)
      return onSaved(answer.value)
    }
    setRefusals(refused(answer.refusal, draft))
    showFirstProblem()
  }
  const showFirstProblem = () => requestAnimationFrame(() => focusFirst(root.current, '[aria-invalid=true]'))

  return {
    draft,
    change(change) {
      setDraft((now) => ({ ...now, ...change }))
      setRefusals({})
    },
    problems,
    isBusy,
    submit(event) {
      event.preventDefault()
      if (!isBusy) void send()
    },
    root,
  }
}

const focusFirst = (root: HTMLElement | null, selector: string) => root?.querySelector<HTMLElement>(selector)?.focus()
