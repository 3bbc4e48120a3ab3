import {
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely'
import { PipelinedConnection, type PlainConnection } from './pipelined-connection.ts'

/** Kysely on a pool whose clients pipeline: BEGIN and COMMIT are not waited for by themselves. */
export class PipelinedPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new PipelinedDriver(new PostgresDriver(this.#config))
  }
}

class PipelinedDriver implements Driver {
  readonly #plain: PostgresDriver
  constructor(plain: PostgresDriver) {
    this.#plain = plain
  }

  init: Driver['init'] = (options) => this.#plain.init(options)
  destroy: Driver['destroy'] = () => this.#plain.destroy()

  async acquireConnection(...given: Parameters<Driver['acquireConnection']>) {
    return new PipelinedConnection((await this.#plain.acquireConnection(...given)) as PlainConnection)
  }

  async beginTransaction(connection: PipelinedConnection, settings: TransactionSettings) {
    connection.goAhead(this.#plain.beginTransaction(connection.plain, settings))
  }

  /** Goes right behind what was sent ahead of it; if that fails, PostgreSQL rolls back instead. */
  async commitTransaction(connection: PipelinedConnection) {
    await connection.afterAll([this.#plain.commitTransaction(connection.plain)])
  }

  async rollbackTransaction(connection: PipelinedConnection) {
    connection.forgetAhead()
    await this.#plain.rollbackTransaction(connection.plain)
  }

  async releaseConnection(connection: PipelinedConnection) {
    await this.#plain.releaseConnection(connection.plain)
  }
}
