import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolConfig } from "pg";
import { LendingPool } from "./lending-pool";
import { statementNames } from "./statement-names";
import type { Timings } from "./timings";

/**
 * Prisma's adapter over a pool whose connections keep prepared statements and send statements without waiting for
 * each other's answers: Prisma loads the relations of a row in parallel, even in a transaction.
 */
export class PostgresAdapter extends PrismaPg {
  readonly pool: LendingPool;
  readonly nameOf: ReturnType<typeof statementNames>;

  constructor(config: PoolConfig, timings: Timings) {
    const pool = new LendingPool({ ...config, pipeline: true }, timings);
    const nameOf = statementNames();
    super(pool, { statementNameGenerator: nameOf, disposeExternalPool: true });
    this.pool = pool;
    this.nameOf = nameOf;
  }
}
