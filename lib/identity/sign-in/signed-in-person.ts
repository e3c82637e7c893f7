import type { Actor, Claim } from "@/lib/platform/db/claim";
import { enter } from "@/lib/platform/db/door";

/** Who a claim stands for now, by the database; null when it is no longer good. */
export async function signedInPerson(claim: Claim | null): Promise<Actor | null> {
  if (claim === null) return null;
  return enter({ claim, accountId: null, now: new Date() }, async (room) => room?.actor ?? null);
}
