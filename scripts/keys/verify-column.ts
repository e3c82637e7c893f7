import type { ClientBase } from "pg";
import type { KeyRing } from "@/lib/platform/keys/key-ring";
import type { SealedColumn } from "@/lib/platform/keys/sealed-column";
import { UnreadableSecret } from "@/lib/platform/keys/unreadable-secret";
import { unseal } from "@/lib/platform/keys/unseal";
import type { Unreadable } from "./rotate-column";
import { sealedRows } from "./sealed-rows";

/** Opens every secret of a column, and returns how many there are and which can't be opened. Shows none. */
export async function verifyColumn(client: ClientBase, column: SealedColumn, ring: KeyRing) {
  const unreadable: Unreadable[] = [];
  let secrets = 0;
  for await (const rows of sealedRows(client, column)) {
    secrets += rows.length;
    for (const { id, sealed, bound } of rows) {
      try {
        unseal(column, bound, sealed, ring);
      } catch (error) {
        if (!(error instanceof UnreadableSecret)) throw error;
        unreadable.push({ id, reason: error.message });
      }
    }
  }
  return { secrets, unreadable };
}
