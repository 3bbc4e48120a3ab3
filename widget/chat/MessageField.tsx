import { useLayoutEffect, useRef } from 'preact/hooks'
import { limits } from '#shared/contract/limits.ts'
import type { View } from './view.ts'

interface MessageFieldProps {
  readonly view: View
  readonly value: string
  readonly onInput: (text: string) => void
  /** Enter, without Shift and not while an input method is composing. */
  readonly onEnter: () => void
}

/** A field that grows with its text, and says how much of it is too much. */
export function MessageField({ view: { t }, value, onInput, onEnter }: MessageFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const excess = value.length - limits.message
  useLayoutEffect(() => {
    const { current } = field
    if (!current) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight + 2}px`
  }, [value])
  return (
    <>
      <textarea
        id="message"
        ref={field}
        rows={1}
        aria-label={t('message')}
        aria-describedby="too-long"
        aria-invalid={excess > 0}
        placeholder={t('messagePlaceholder')}
        enterkeyhint="send"
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onKeyDown={(event) => {
          // 229: Safari says that composing has ended before it sends this key.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
          event.preventDefault()
          onEnter()
        }}
      />
      <span id="too-long" class="wrong" role="alert">
        {excess > 0 && t('tooLong', { count: excess })}
      </span>
    </>
  )
}
