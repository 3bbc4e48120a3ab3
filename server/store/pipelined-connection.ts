import type { CompiledQuery, DatabaseConnection, PostgresDriver, QueryResult } from 'kysely'

/** Kysely's own, which has no name. */
export type PlainConnection = Parameters<PostgresDriver['releaseConnection']>[0]

/**
 * A connection to PostgreSQL on which a statement can be sent before the one ahead of it is answered. PostgreSQL carries them
 * out in their order, each with a snapshot of its own, and once one has failed in a transaction, none behind it.
 */
export class PipelinedConnection implements DatabaseConnection {
  readonly plain: PlainConnection
  #ahead: Promise<unknown>[] = []
  constructor(plain: PlainConnection) {
    this.plain = plain
  }

  /** Waits for nothing: what is executed next, at the latest the commit, throws what this one throws. */
  goAhead(answer: Promise<unknown>): void {
    this.#ahead.push(heard(answer))
  }

  /** As everybody expects it: what was sent ahead is answered before this is sent. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#ahead.length) await this.afterAll([])
    return this.plain.executeQuery<R>(query)
  }

  /** Waits for all that was sent ahead, and for these, in their order: what fails first is what the others fail of. */
  async afterAll<T>(answers: readonly Promise<T>[]): Promise<T[]> {
    answers.forEach(heard)
    for (const one of this.#ahead.splice(0)) await one
    const given: T[] = []
    for (const one of answers) given.push(await one)
    return given
  }

  /** After a failure: nobody asks any more what else failed. */
  forgetAhead(): void {
    this.#ahead = []
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number) {
    return this.plain.streamQuery<R>(query, chunkSize)
  }
}

/** A failure that nobody has waited for yet must not end the process. */
function heard<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => {})
  return answer
}
