/** Tells the person at the terminal something. Apart from the log, which is for machines and is kept. */
export const say = (...lines: readonly string[]) => process.stderr.write(`${lines.join('\n')}\n`)

/** Where a person opens this server, as a browser on this machine would. */
export const addressToOpen = (publicUrl: string | null, host: string, port: number): string =>
  publicUrl ?? `http://${hostToOpen(host)}:${port}`

function hostToOpen(host: string): string {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
