import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Somebody else has this data folder open. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another Deskbell server. Stop that one first, or set DESKBELL_DATA to another folder.`,
    )
    this.name = 'FolderInUse'
  }
}

/**
 * Holds a data folder for this process: SQLite's own file lock, which the system drops when the process dies in any way.
 * Gives the function that lets go. Throws FolderInUse.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new FolderInUse(folder)
    throw error
  }
  return () => lock.close()
}
