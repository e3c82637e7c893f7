import { asJob, type Job } from "@/lib/platform/db/transaction";
import type { LiveKind } from "@/lib/platform/operations/live-kind";
import type { Permission } from "@/lib/policy/permissions";
import { entryOf, isPermission } from "@/lib/policy/permissions";
import { type Select, selectFor } from "@/lib/policy/select";
import type { Change, Typing } from "./signal";

export type Told = Change | Typing;

export interface Changed {
  readonly account: Job["account"];
  readonly now: Date;
  /** The records that there are, by kind and id. */
  readonly records: ReadonlyMap<string, object>;
}

export const keyOf = ({ kind, id }: Pick<Told, "kind" | "id">): string => `${kind} ${id}`;

/** The changed records of one account as they are now, in one transaction for all streams. */
export const readChanged = (
  accountId: string,
  changes: readonly Told[],
  kinds: ReadonlyMap<string, LiveKind>,
): Promise<Changed | null> => {
  const now = new Date();
  return asJob(accountId, now, async ({ db, account }) => {
    const records = new Map<string, object>();
    for (const kind of kinds.values()) {
      const ofKind = changes.filter((one) => one.kind === kind.kind);
      if (ofKind.length === 0) continue;
      const ids = [...new Set(ofKind.map(({ id }) => id))];
      const rows = await kind.rows(db, ids, columnsFor(kind, ofKind));
      for (const row of rows) records.set(keyOf({ kind: kind.kind, id: row.id }), row);
    }
    return { account, now, records };
  });
};

/** What the checks of the kind's own permission, and of those the changes were made with, read of it. */
function columnsFor({ permission }: LiveKind, changes: readonly Told[]): Select {
  const used = changes.flatMap((one) => ("by" in one && isPermission(one.by) ? [one.by] : []));
  const sameRecord = used.filter((one) => entryOf(one).record === entryOf(permission).record);
  const all = [permission, ...sameRecord] as (Permission & typeof permission)[];
  return Object.assign({}, ...all.map(selectFor));
}
