/** Has the browser save a text as a file of this name, as if it were a download. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  // Once it has been read: some browsers do so after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
