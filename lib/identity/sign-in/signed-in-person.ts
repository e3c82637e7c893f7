import type { Actor, Credential } from "@/lib/platform/db/credential";
import { reportOutage } from "@/lib/platform/db/outage";
import { withTransaction } from "@/lib/platform/db/transaction";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";

/** The sign-in page must answer within five seconds even if the database doesn't. */
const ANSWER_MS = 4_000;

/** The person behind a credential, looked up in the database; null if it is no longer valid. */
export async function signedInPerson(credential: Credential | null): Promise<Actor | null> {
  if (credential === null) return null;
  const found = withTransaction(
    { credential, accountId: null, now: new Date() },
    async (scope) => scope?.actor ?? null,
  );
  return reportOutage(() => withDeadline(ANSWER_MS, found));
}
