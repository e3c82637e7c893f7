import { createHash } from "node:crypto";
import { keyFingerprint } from "@/lib/platform/kernel/key-fingerprint";
import type { KeyRing } from "./key-ring";

/** Fingerprints by the number of the key. */
export type Fingerprints = Readonly<Record<string, string>>;

/** Of each key on the ring. They reveal nothing of the keys. */
export const ringFingerprints = ({ keys }: KeyRing): Fingerprints =>
  Object.fromEntries([...keys].map(([id, key]) => [String(id), keyFingerprint(key)]));

/** Of the whole ring, eight hex digits: portals with the same keys, of which the same one encrypts, have the same. */
export function ringFingerprint(ring: KeyRing): string {
  const keys = Object.entries(ringFingerprints(ring)).sort(([a], [b]) => Number(a) - Number(b));
  return createHash("sha256")
    .update(JSON.stringify([ring.writes, keys]))
    .digest("hex")
    .slice(0, 8);
}
