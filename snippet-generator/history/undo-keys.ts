/**
 * What a key press asks for: Ctrl+Z (⌘Z on a Mac) undoes, Ctrl+Y or Shift with it does again. Nothing inside a field that
 * is written into: there the browser takes back letters itself.
 */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isWrittenInto(event.target)) return undefined
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : undefined
}

const isWrittenInto = (target: unknown) =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'color', 'range', 'file', 'button'].includes(target.type))
