import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { prisma } from "./client";

/** Whoever watches the portal has an answer within five seconds. */
const ANSWER_MS = 3_000;

let asking: Promise<boolean> | undefined;

/**
 * True when the database answers, is migrated, and lets this process become the application's role. Those who ask at
 * once share one answer: while the database is slow they take no connections from each other.
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
