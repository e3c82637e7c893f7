import { Prisma } from "./generated/client";

/** Empties a JSON column: a plain `null` could also mean the JSON value of that name. */
export const noJson = Prisma.DbNull;
