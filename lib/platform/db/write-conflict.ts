import { Prisma } from "./generated/client";

/** True when the database ended a transaction so that another one, each waiting for the other, could go on. */
export function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { kind?: string } };
  return error.code === "P2034" || cause?.kind === "TransactionWriteConflict";
}
