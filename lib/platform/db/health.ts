import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { prisma } from "./client";

/** Monitoring gets an answer within five seconds. */
const ANSWER_MS = 3_000;

let asking: Promise<boolean> | undefined;

/**
 * True if the database answers, is migrated, and this process can assume the application's role. Concurrent
 * callers share one check, so that they don't use up connections while the database is slow.
 */
export async function databaseAnswers(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function ask(): Promise<boolean> {
  try {
    await withDeadline(ANSWER_MS, prisma().$queryRaw`select 1 from "Product" limit 1`);
    return true;
  } catch {
    return false;
  }
}
