import { Prisma } from "./generated/client";

/** Whether a statement failed because of a check constraint or a trigger that enforces one. */
export function isCheckViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { originalCode?: string } };
  return cause?.originalCode === "23514";
}
