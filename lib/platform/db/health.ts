import { prisma } from "./client";

/** True when the database answers, is migrated, and lets this process become the application's role. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await prisma().$queryRaw`select 1 from "Product" limit 1`;
    return true;
  } catch {
    return false;
  }
}
