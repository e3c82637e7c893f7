import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import type { Direction } from "@/lib/platform/kernel/sort";
import { KEPT_DAYS } from "./kept-days";

/** What the lists of deleted files and of deleted folders have in common. */
export const deletedItem = z.object({
  id,
  name: z.string(),
  deletedByName: z.string(),
  deletedAt: isoDateTime,
  goneAt: isoDateTime.describe("When it can no longer be restored"),
});

export const byDeletion = {
  deleted: (sort: Direction) => [{ deletedAt: { sort, nulls: "last" as const } }],
};

export const deletedColumns = { id: true, name: true, deletedAt: true, deletedByName: true } as const;

/** Of what can still be restored. */
export const stillKept = (now: Date): Prisma.DateTimeNullableFilter => ({ gt: addDays(now, -KEPT_DAYS) });

interface Row {
  readonly id: string;
  readonly name: string;
  readonly deletedAt: Date | null;
  readonly deletedByName: string | null;
}

export const presentDeleted = (
  { id, name, deletedAt, deletedByName }: Row,
  now: Date,
): z.input<typeof deletedItem> => ({
  ...{ id, name, deletedByName: deletedByName ?? "" },
  deletedAt: iso(deletedAt ?? now),
  goneAt: iso(addDays(deletedAt ?? now, KEPT_DAYS)),
});
