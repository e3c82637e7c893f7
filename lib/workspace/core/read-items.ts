import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "./meeting-record";
import { secrecyColumns } from "./readable-items";
import { MOST_ITEMS } from "./schema";

export const itemColumns = {
  ...secrecyColumns,
  ...{ position: true, title: true, minutesLong: true, numbered: true, notes: true, neutralTitle: true },
  ...{ minutes: true, minutesVersion: true },
  presenter: { select: { id: true, name: true } },
  organisations: { select: { name: true }, orderBy: { key: "asc" } },
} as const satisfies Prisma.MeetingItemSelect;

export type ItemRow = Prisma.MeetingItemGetPayload<{ select: typeof itemColumns }>;

/** The items of a meeting as they are now, in their order. */
export const readItems = ({ db, account }: Context<"account">, { id: meetingId }: Pick<MeetingRow, "id">) =>
  db.meetingItem.findMany({
    where: { accountId: account.id, meetingId },
    select: itemColumns,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: MOST_ITEMS,
  });
