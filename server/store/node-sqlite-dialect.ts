import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { CompiledQuery, type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from 'kysely'

/** As many statements as the server has queries, with room: preparing is half the cost of a small query. */
const keptStatements = 500

/** Kysely on the SQLite that Node brings, so that nothing has to be compiled to install. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #open: () => DatabaseSync
  constructor(open: () => DatabaseSync) {
    super({ database: async () => adapt(open()) })
    this.#open = open
  }
  override createDriver(): Driver {
    return new ImmediateDriver({ database: async () => adapt(this.#open()) })
  }
}

/** A write transaction that begins as a read can fail half-way with SQLITE_BUSY; one that begins as a write cannot. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

function adapt(database: DatabaseSync) {
  const statements = new Map<string, ReturnType<typeof adaptStatement>>()
  return {
    prepare(sql: string) {
      // A pragma acts while it is prepared.
      if (sql.startsWith('pragma ')) return adaptStatement(database.prepare(sql))
      const known = statements.get(sql)
      if (known) return known
      const statement = adaptStatement(database.prepare(sql))
      if (statements.size >= keptStatements) statements.clear()
      statements.set(sql, statement)
      return statement
    },
    close: () => database.close(),
  }
}

function adaptStatement(statement: StatementSync) {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
    run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
  }
}
