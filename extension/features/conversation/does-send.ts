type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'ctrlKey' | 'metaKey'>

/**
 * Whether a key stroke in the composer sends (A18): Enter, or Shift+Enter when swapped; Ctrl or ⌘ with Enter always.
 * The Enter that ends the composition of a character (Chinese, Japanese, …) never does.
 */
export const doesSend = ({ key, shiftKey, ctrlKey, metaKey, isComposing }: Keys, enterSends: boolean): boolean =>
  key === 'Enter' && !isComposing && (ctrlKey || metaKey || shiftKey !== enterSends)
