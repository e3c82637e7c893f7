import type { ClientBase } from "pg";
import type { KeyRing } from "@/lib/platform/keys/key-ring";
import type { SealedColumn } from "@/lib/platform/keys/sealed-column";
import { type Rotated, rotateColumn } from "./rotate-column";

const PASSES = 5;

/**
 * Rotates a column until a pass finds nothing more to encrypt: a portal that still has the old ring may have changed a row
 * during the pass before, or added one behind it. `changed` isn't 0 if one was still writing during the last pass.
 */
export async function rotateFully(client: ClientBase, column: SealedColumn, ring: KeyRing): Promise<Rotated> {
  let rotated = 0;
  for (let pass = 1; ; pass++) {
    const found = await rotateColumn(client, column, ring);
    const left = found.rotated + found.changed;
    rotated += found.rotated;
    if (left === 0 || pass === PASSES) return { rotated, changed: left, unreadable: found.unreadable };
  }
}
