import type { Actor, Credential } from "@/lib/platform/db/credential";
import { reportOutage } from "@/lib/platform/db/outage";
import { withTransaction } from "@/lib/platform/db/transaction";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";

/** The sign-in page asks, and answers within five seconds whatever the database does. */
const ANSWER_MS = 4_000;

/** Who a claim stands for now, by the database; null when it is no longer good. */
export async function signedInPerson(claim: Credential | null): Promise<Actor | null> {
  if (claim === null) return null;
  const found = withTransaction({ claim, accountId: null, now: new Date() }, async (room) => room?.actor ?? null);
  return reportOutage(() => withDeadline(ANSWER_MS, found));
}
