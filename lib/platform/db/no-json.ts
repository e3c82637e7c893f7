import { Prisma } from "./generated/client";

/** Sets a JSON column to NULL: a plain `null` could also mean the JSON value null. */
export const noJson = Prisma.DbNull;
