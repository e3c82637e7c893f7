import type { Prisma } from "./generated/client";

type RawAccess = "$queryRaw" | "$queryRawUnsafe" | "$executeRaw" | "$executeRawUnsafe";

/** An open transaction in which PostgreSQL knows the account and the person. Models only: no raw SQL. */
export type ScopedDb = Omit<Prisma.TransactionClient, RawAccess>;

/** The transaction itself, for this folder. */
export type Transaction = Prisma.TransactionClient;
