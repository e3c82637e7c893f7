import { hkdfSync } from "node:crypto";
import { type Environment, env } from "@/lib/platform/config/env";

/** The keys that secrets are kept under. */
export interface KeyRing {
  /** Number of the key that encrypts. All decrypt. */
  readonly writes: number;
  readonly keys: ReadonlyMap<number, Buffer>;
}

/** Number of the key derived from PORTAL_SECRET, unless KEYS has another key of this number. */
const DERIVED = 1;

/** The ring of this process. */
export const keyRing = (): KeyRing => ringOf(env());

/** Without KEYS, the ring is one key derived from PORTAL_SECRET; with them, that one goes on decrypting. */
export function ringOf({ KEYS = [], PORTAL_SECRET }: Pick<Environment, "KEYS" | "PORTAL_SECRET">): KeyRing {
  const derived = Buffer.from(hkdfSync("sha256", PORTAL_SECRET, "", "portcullis key ring", 32));
  const keys = new Map([[DERIVED, derived], ...KEYS.map(({ id, key }) => [id, key ?? derived] as const)]);
  return { writes: KEYS[0]?.id ?? DERIVED, keys };
}
