import { PrismaPg } from "@prisma/adapter-pg";
import type { PoolConfig } from "pg";
import { oneByOne } from "./one-by-one";
import { statementNames } from "./statement-names";

/** Prisma's way to PostgreSQL over a pool: its connections keep their statements, and answer one at a time. */
export class PostgresAdapter extends PrismaPg {
  constructor(pool: PoolConfig) {
    super(pool, { statementNameGenerator: statementNames() });
  }

  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => oneByOne(await start(isolation));
    return adapter;
  }
}
