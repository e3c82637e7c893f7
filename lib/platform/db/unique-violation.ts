import { Prisma } from "./generated/client";

/** True if the database rejected a row because another has the same unique key. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
