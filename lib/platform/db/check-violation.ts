import { Prisma } from "./generated/client";

/** Whether a statement failed because one of the database's own rules (a check, or a trigger that guards one) refused it. */
export function isCheckViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { originalCode?: string } };
  return cause?.originalCode === "23514";
}
