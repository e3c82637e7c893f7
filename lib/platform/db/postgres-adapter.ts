import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolConfig } from "pg";
import { LendingPool } from "./lending-pool";
import type { PortalRole } from "./portal-roles";
import { statementNames } from "./statement-names";
import type { Timings } from "./timings";

/**
 * Prisma's adapter over a pool whose connections keep prepared statements and send statements without waiting for
 * each other's answers: Prisma loads the relations of a row in parallel, even in a transaction. With a `role`, every
 * transaction starts as that role and nothing runs outside of one: a connection keeps the login's own rights there,
 * because a pooler in transaction mode can't be told about a role for the whole connection.
 */
export class PostgresAdapter extends PrismaPg {
  readonly pool: LendingPool;
  readonly nameOf: ReturnType<typeof statementNames>;
  readonly #role: PortalRole | undefined;

  constructor(config: PoolConfig, timings: Timings, role?: PortalRole) {
    const pool = new LendingPool({ ...config, pipeline: true }, timings, role);
    const nameOf = statementNames();
    super(pool, { statementNameGenerator: nameOf, disposeExternalPool: true });
    this.pool = pool;
    this.nameOf = nameOf;
    this.#role = role;
  }

  override async connect() {
    const adapter = await super.connect();
    if (this.#role) for (const way of ["queryRaw", "executeRaw", "executeScript"] as const) adapter[way] = refuse;
    return adapter;
  }
}

async function refuse(): Promise<never> {
  throw new Error("This query isn't in a transaction. Use one of lib/platform/db/transaction.ts.");
}
