import type { ClientBase } from "pg";
import type { KeyRing } from "@/lib/platform/keys/key-ring";
import { type Fingerprints, ringFingerprints } from "@/lib/platform/keys/ring-fingerprints";

/**
 * Numbers under which this ring has another key than the one that the database knows. What is encrypted with the known
 * one couldn't be read, and what is written would be unreadable to others.
 */
export function changedKeys(known: Fingerprints, ring: KeyRing): number[] {
  const own = ringFingerprints(ring);
  return Object.keys(own)
    .filter((id) => known[id] !== undefined && known[id] !== own[id])
    .map(Number);
}

/** The fingerprints that the database knows, by number; none before the first start of production. */
export async function knownKeys(client: Pick<ClientBase, "query">): Promise<Fingerprints> {
  await client.query("begin; set local role portcullis_identity");
  try {
    const { rows } = await client.query<{ keys: Fingerprints }>(`select "keyChecks" as keys from "Installation"`);
    return rows[0]?.keys ?? {};
  } finally {
    await client.query("commit");
  }
}
