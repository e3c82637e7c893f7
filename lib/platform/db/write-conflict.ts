import { DatabaseError } from "pg";
import { Problem } from "@/lib/platform/kernel/problem";
import { Prisma } from "./generated/client";

/**
 * True if the database aborted a transaction to resolve a deadlock or serialization conflict. Outside
 * the transaction that is `unavailable`, with the database's error as its cause.
 */
export function isWriteConflict(error: unknown): boolean {
  if (error instanceof Problem) return error.code === "unavailable" && isWriteConflict(error.cause);
  if (error instanceof DatabaseError) return error.code === "40001" || error.code === "40P01";
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { kind?: string } };
  return error.code === "P2034" || cause?.kind === "TransactionWriteConflict";
}
