import { Prisma } from "./generated/client";

/** The builders of SQL text, for queries composed from parts: Prisma's own, without the client that runs them. */
export const { sql, join, raw, empty } = Prisma;
export const { Sql } = Prisma;
export type Sql = Prisma.Sql;
