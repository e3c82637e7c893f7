import { Problem } from "@/lib/platform/kernel/problem";
import { Prisma } from "./generated/client";

/**
 * True when the database ended a transaction so that another one, each waiting for the other, could go on. From outside
 * of the transaction that is `unavailable`, with the database's own error as its cause.
 */
export function isWriteConflict(error: unknown): boolean {
  if (error instanceof Problem) return error.code === "unavailable" && isWriteConflict(error.cause);
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { kind?: string } };
  return error.code === "P2034" || cause?.kind === "TransactionWriteConflict";
}
