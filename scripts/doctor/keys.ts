import type { Client } from "pg";
import { changedKeys, knownKeys } from "@/lib/platform/db/ring-check";
import type { KeyRing } from "@/lib/platform/keys/key-ring";
import { ringFingerprint } from "@/lib/platform/keys/ring-fingerprints";
import { countKeys } from "../keys/count-keys";
import { wrongKey } from "../postgres/require-portal-database";
import { about, type Finding } from "./finding";

/** Whether the ring opens what is encrypted. Whether each secret does, `npm run keys -- verify` says. */
export async function keysFinding(client: Client, ring: KeyRing): Promise<Finding> {
  const { ok, warning, problem } = about("KEYS");
  const restore = "Restore the key, for example from a backup of the settings.";
  const [changed] = changedKeys(await knownKeys(client), ring);
  if (changed !== undefined) return problem(wrongKey(changed), restore);
  const counts = await countKeys(client);
  const lost = counts.find(({ key }) => key > 0 && !ring.keys.has(key));
  if (lost) return problem(`Key ${lost.key} is missing: ${lost.rows} rows of ${lost.table} can't be read.`, restore);
  const old = counts.filter(({ key }) => key !== ring.writes).reduce((sum, { rows }) => sum + rows, 0);
  if (old > 0) {
    return warning(
      `Ring ${ringFingerprint(ring)}: ${old} secrets aren't encrypted with key ${ring.writes} yet.`,
      "Run npm run keys -- rotate.",
    );
  }
  return ok(`Ring ${ringFingerprint(ring)}: every secret is encrypted with key ${ring.writes}.`);
}
