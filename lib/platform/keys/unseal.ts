import { hkdfSync } from "node:crypto";
import { env } from "@/lib/platform/config/env";
import { decrypt } from "./cipher";
import { columnKey } from "./column-key";
import { keyOf } from "./key-of";
import { type KeyRing, keyRing } from "./key-ring";
import { boundText } from "./seal";
import type { BoundTo, SealedColumn } from "./sealed-column";
import { UnreadableSecret } from "./unreadable-secret";

/**
 * Decrypts a column's value. `row` is what it was bound to.
 *
 * @throws UnreadableSecret if its key is lost or another one, or the value was altered or moved from another row
 */
export function unseal<Bound extends string>(
  column: SealedColumn<Bound>,
  row: BoundTo<Bound>,
  sealed: string,
  ring: KeyRing = keyRing(),
): Buffer {
  const id = keyOf(sealed);
  if (id === 0) return unsealOld(sealed, row[column.boundBefore]);
  const key = ring.keys.get(id);
  if (key === undefined) throw new UnreadableSecret(`Key ${id} is missing from KEYS.`);
  try {
    return decrypt(columnKey(column, key), boundText(column, row), sealed.slice(sealed.indexOf(".") + 1));
  } catch {
    throw new UnreadableSecret(`Key ${id} doesn't open it: it was altered or moved, or that is another key.`);
  }
}

/** Values from before the key ring: under a key derived from PORTAL_SECRET, and bound to one id. */
function unsealOld(sealed: string, boundTo: string): Buffer {
  const key = Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis service credentials", 32));
  try {
    return decrypt(key, boundTo, sealed);
  } catch {
    throw new UnreadableSecret("PORTAL_SECRET doesn't open it: it was altered or moved, or that is another one.");
  }
}
