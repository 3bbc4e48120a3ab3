import type { CompiledQuery, Transaction } from 'kysely'
import { PipelinedConnection } from './pipelined-connection.ts'
import type { Tables } from './tables.ts'

/**
 * Carries out two statements one after the other, of which the second is built without the first one's answer; gives both
 * answers. PostgreSQL gets them in one round trip, together with BEGIN if the transaction has just begun. Then they must do no
 * harm by themselves: should BEGIN alone fail, they are carried out nevertheless, and this throws.
 */
export async function inOneFlight<A, B>(
  tx: Transaction<Tables>,
  first: CompiledQuery<A>,
  second: CompiledQuery<B>,
): Promise<[A[], B[]]> {
  const answers = await tx.getExecutor().provideConnection(async (connection) => {
    const queries: readonly CompiledQuery[] = [first, second]
    if (connection instanceof PipelinedConnection)
      return connection.afterAll(queries.map((query) => connection.plain.executeQuery(query)))
    return [await connection.executeQuery(first), await connection.executeQuery(second)]
  })
  return [answers[0]?.rows as A[], answers[1]?.rows as B[]]
}

/**
 * Carries out a statement whose answer nobody needs. PostgreSQL's is not waited for: if it fails, the transaction's next
 * statement throws that, at the latest its commit, and nothing is stored.
 */
export async function sendAhead(tx: Transaction<Tables>, query: CompiledQuery): Promise<void> {
  await tx.getExecutor().provideConnection(async (connection) => {
    if (connection instanceof PipelinedConnection) connection.goAhead(connection.plain.executeQuery(query))
    else await connection.executeQuery(query)
  })
}
