import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolConfig } from "pg";
import { GuardedPool } from "./guarded-pool";
import type { PortalRole } from "./portal-roles";
import { serializeQueries } from "./serialize-queries";
import { statementNames } from "./statement-names";
import type { Timings } from "./timings";

/**
 * Prisma's adapter over a pool whose connections keep prepared statements and run one query at a time. With a `role`,
 * every transaction starts as that role and nothing runs outside of one: a connection keeps the login's own rights
 * there, because a pooler in transaction mode can't be told about a role for the whole connection.
 */
export class PostgresAdapter extends PrismaPg {
  readonly #role: PortalRole | undefined;

  constructor(pool: PoolConfig, timings: Timings, role?: PortalRole) {
    const options = { statementNameGenerator: statementNames(), disposeExternalPool: true };
    super(new GuardedPool(pool, timings, role), options);
    this.#role = role;
  }

  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => serializeQueries(await start(isolation));
    if (this.#role) for (const way of ["queryRaw", "executeRaw", "executeScript"] as const) adapter[way] = refuse;
    return adapter;
  }
}

async function refuse(): Promise<never> {
  throw new Error("This query isn't in a transaction. Use one of lib/platform/db/transaction.ts.");
}
