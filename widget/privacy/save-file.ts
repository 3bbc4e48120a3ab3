import type { VisitorData } from '#shared/contract/privacy-api.ts'

/** ms. No browser tells when it has read the file. */
const readable = 60_000

/** Lets the browser save it, as text that a person can read, too. */
export function saveFile(data: VisitorData) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `my-data-${new Date(data.exportedAt).toISOString().slice(0, 10)}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), readable)
}
