import type { ClientBase } from "pg";
import { sealedColumns } from "./sealed-columns";
import { type KeyRole, withRole } from "./with-role";

export interface KeyCount {
  readonly table: string;
  /** 0 for secrets from before the key ring. */
  readonly key: number;
  readonly rows: number;
}

/** How many secrets are encrypted with which key. */
export async function countKeys(client: ClientBase, role: KeyRole = "portcullis_worker"): Promise<KeyCount[]> {
  return withRole(client, role, async () => {
    const counts: KeyCount[] = [];
    for (const { table, column } of sealedColumns) {
      const { rows } = await client.query<{ key: number; rows: number }>(
        `select coalesce(substring("${column}" from '^(\\d+)\\.')::int, 0) as key, count(*)::int as rows
         from "${table}" where "${column}" is not null group by 1 order by 1`,
      );
      counts.push(...rows.map((row) => ({ table, ...row })));
    }
    return counts;
  });
}
