/** Imports a file of ours, by its name. What failed, without a connection, can be tried again. */
export function importFrom(src: string) {
  let tries = 0
  // Some browsers remember for an address that it could not be loaded.
  return <T>(file: string): Promise<T> => import(`${new URL(`widget/${file}`, src)}?${tries++ || ''}`)
}
