import type { Credential } from "./credential";
import { Prisma } from "./generated/client";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";

/** Accurate to five minutes, so that most requests write nothing. */
export const USE_NOTED_EVERY_MS = 5 * 60_000;

/** Records the use of a session or token. Runs last, so that its row is locked as briefly as possible. */
export async function noteUse(db: ScopedDb, credential: Credential, credentialId: string, now: Date): Promise<void> {
  if (credential.by !== "session" && credential.by !== "token") return;
  // Concurrent requests must not wait for each other: one locks the row and writes, the others skip it.
  await queryRows(
    db,
    credential.by === "session"
      ? Prisma.sql`update "Session" set "lastSeenAt" = ${now}::timestamptz where "id" =
        (select "id" from "Session" where "id" = ${credentialId}::uuid for no key update skip locked)`
      : Prisma.sql`update "ApiToken" set "lastUsedAt" = ${now}::timestamptz where "id" =
        (select "id" from "ApiToken" where "id" = ${credentialId}::uuid for no key update skip locked)`,
  );
}
