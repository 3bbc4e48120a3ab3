/** Draws; when that takes away what had the focus, the first control that can be used gets it (W29). Never takes it from the host page. */
export function keepingFocus(draw: () => void) {
  const focused = document.activeElement
  draw()
  if (document.hasFocus() && focused && !focused.isConnected)
    document.querySelector<HTMLElement>('input,textarea,.primary')?.focus()
}
