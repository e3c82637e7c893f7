import { Prisma } from "./generated/client";

/** True when the database refused a row because another one has the same unique key. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
