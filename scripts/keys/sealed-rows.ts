import type { ClientBase } from "pg";
import type { BoundTo, SealedColumn } from "@/lib/platform/keys/sealed-column";
import { withRole } from "./with-role";

export interface SealedRow {
  readonly id: string;
  readonly sealed: string;
  readonly bound: BoundTo<string>;
}

const BATCH = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * The rows of a column in batches, by id, each read in its own short transaction. With `exceptKey` only those that aren't
 * encrypted with it yet.
 */
export async function* sealedRows(
  client: ClientBase,
  { table, column, bound }: SealedColumn,
  exceptKey?: number,
): AsyncGenerator<readonly SealedRow[]> {
  const names = bound.map((name) => `'${name}', "${name}"::text`).join(", ");
  const other = exceptKey === undefined ? "" : `and "${column}" not like '${exceptKey}.%'`;
  for (let after = FIRST; ; ) {
    const { rows } = await withRole(client, "portcullis_worker", () =>
      client.query<SealedRow>(
        `select "id", "${column}" as sealed, jsonb_build_object(${names}) as bound from "${table}"
         where "id" > $1 and "${column}" is not null ${other} order by "id" limit ${BATCH}`,
        [after],
      ),
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? after;
  }
}
