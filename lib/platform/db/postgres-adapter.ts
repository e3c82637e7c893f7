import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolConfig } from "pg";
import { GuardedPool } from "./guarded-pool";
import { serializeQueries } from "./serialize-queries";
import { statementNames } from "./statement-names";
import type { Timings } from "./timings";

/** Prisma's adapter over a pool whose connections keep prepared statements and run one query at a time. */
export class PostgresAdapter extends PrismaPg {
  constructor(pool: PoolConfig, timings: Timings) {
    const options = { statementNameGenerator: statementNames(), disposeExternalPool: true };
    super(new GuardedPool(pool, timings), options);
  }

  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => serializeQueries(await start(isolation));
    return adapter;
  }
}
