import { Client } from "pg";
import { env } from "@/lib/platform/config/env";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { prisma } from "./client";
import { excessiveRights, missingRights, readLoginRights } from "./login-rights";

/** Monitoring gets an answer within five seconds. */
const ANSWER_MS = 3_000;

let asking: Promise<boolean> | undefined;
/** The database whose login was found to have the right rights. They change with a migration, not by themselves. */
let rightsChecked: string | undefined;

/**
 * True if the database answers, is migrated, and this process can assume the application's role and, in production,
 * nothing more. Concurrent callers share one check, so that they don't use up connections while the database is slow.
 */
export async function databaseAnswers(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function ask(): Promise<boolean> {
  try {
    await withDeadline(ANSWER_MS, serve());
    return true;
  } catch {
    return false;
  }
}

async function serve(): Promise<void> {
  // Begins as the application's role.
  await prisma().$transaction((tx) => tx.$queryRaw`select 1 from "Product" limit 1`);
  const { DATABASE_URL } = env();
  if (rightsChecked !== DATABASE_URL) await checkRights(DATABASE_URL);
  rightsChecked = DATABASE_URL;
}

async function checkRights(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    const rights = await readLoginRights(client);
    const problem = missingRights(rights) ?? (env().PORTAL_MODE === "production" ? excessiveRights(rights) : undefined);
    if (problem) throw new Error(problem);
  } finally {
    await client.end().catch(() => {});
  }
}
