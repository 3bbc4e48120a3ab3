/** What a bundler says of a module. */
interface Module {
  readonly importedIds: readonly string[]
}
type Find = (id: string) => Module | null

/** It names every path there is; only a few of them are used by who imports it. */
const paths = /shared.contract.paths\.ts$/

/** Everything that comes along with a module at once. */
function cameWith(entry: string, find: Find): Set<string> {
  const found = new Set([entry])
  for (const id of found) if (!paths.test(id)) for (const next of find(id)?.importedIds ?? []) found.add(next)
  return found
}

/**
 * Puts all that the chat needs at once into one file, and into no other what lazy parts share with it: left to itself the bundler
 * makes files of what they share, each one request more for everybody who opens the chat. What is there before stays there.
 */
export const chatInOne = (boot: string, chat: string) => (id: string, graph: { getModuleInfo: Find }) => {
  const find: Find = (of) => graph.getModuleInfo(of)
  return !cameWith(boot, find).has(id) && cameWith(chat, find).has(id) ? 'open-chat' : null
}
