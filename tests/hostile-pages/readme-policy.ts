import { readFileSync } from 'node:fs'

/** The lines that the README tells owners to add to their policy, for this server. */
export function readmePolicy(server: string): string {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, lines] = /## Content Security Policy.*?```\n(.*?)```/s.exec(readme) ?? []
  if (!lines?.includes('https://chat.example.com')) throw new Error('The README has no lines for a policy.')
  return lines.trim().split('\n').join('; ').replaceAll('https://chat.example.com', server)
}
