import type { ClientBase } from "pg";
import type { KeyRing } from "@/lib/platform/keys/key-ring";
import { seal } from "@/lib/platform/keys/seal";
import type { SealedColumn } from "@/lib/platform/keys/sealed-column";
import { UnreadableSecret } from "@/lib/platform/keys/unreadable-secret";
import { unseal } from "@/lib/platform/keys/unseal";
import { type SealedRow, sealedRows } from "./sealed-rows";
import { withRole } from "./with-role";

export interface Unreadable {
  readonly id: string;
  readonly reason: string;
}

export interface Rotated {
  rotated: number;
  /** Written by somebody else between reading and writing, and left as they wrote it. */
  changed: number;
  readonly unreadable: Unreadable[];
}

/**
 * Encrypts a column's secrets with the ring's first key, batch by batch, while the portal reads and writes them. A row
 * that was changed since it was read keeps the change: the update names the text it replaces. What is done stays done, so
 * it can be stopped and started again at any time.
 */
export async function rotateColumn(client: ClientBase, column: SealedColumn, ring: KeyRing): Promise<Rotated> {
  const result: Rotated = { rotated: 0, changed: 0, unreadable: [] };
  for await (const rows of sealedRows(client, column, ring.writes)) {
    const renewed = rows.flatMap((row) => renew(row, column, ring, result.unreadable));
    const written = await write(client, column, renewed);
    result.rotated += written;
    result.changed += renewed.length - written;
  }
  return result;
}

interface Renewed {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

function renew({ id, sealed, bound }: SealedRow, column: SealedColumn, ring: KeyRing, unreadable: Unreadable[]) {
  try {
    return [{ id, from: sealed, to: seal(column, bound, unseal(column, bound, sealed, ring), ring) }];
  } catch (error) {
    if (!(error instanceof UnreadableSecret)) throw error;
    unreadable.push({ id, reason: error.message });
    return [];
  }
}

async function write(client: ClientBase, { table, column }: SealedColumn, renewed: readonly Renewed[]) {
  if (renewed.length === 0) return 0;
  const columns = [renewed.map(({ id }) => id), renewed.map(({ from }) => from), renewed.map(({ to }) => to)];
  const { rowCount } = await withRole(client, "portcullis_worker", () =>
    client.query(
      `update "${table}" t set "${column}" = n."to" from unnest($1::uuid[], $2::text[], $3::text[]) as n ("id", "from", "to")
       where t."id" = n."id" and t."${column}" = n."from"`,
      columns,
    ),
  );
  return rowCount ?? 0;
}
