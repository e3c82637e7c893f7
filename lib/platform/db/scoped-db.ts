import type { Prisma } from "./generated/client";

type RawAccess = "$queryRaw" | "$queryRawUnsafe" | "$executeRaw" | "$executeRawUnsafe";

/** An open transaction with the account and person set in PostgreSQL. Models only: no raw SQL. */
export type ScopedDb = Omit<Prisma.TransactionClient, RawAccess>;

/** The underlying transaction, for this folder only. */
export type Transaction = Prisma.TransactionClient;
