import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { t } from "@/lib/platform/language/t";
import { isOptionalNotice } from "@/lib/platform/mail/optional-notices";
import { type NotificationRow, notificationColumns } from "@/lib/platform/operations/notification-kind";
import type { Context } from "@/lib/platform/operations/operation";
import type { notificationItem } from "./schema";
import { notificationKinds, visibleNotifications } from "./visible-notifications";

export const notificationFilters = z.object({
  show: z.enum(["all", "unread"]).default("all").describe("Only unread ones, or all"),
  ...pageInput,
});

/** A page of the viewer's notifications on the current account, or on all accounts in the staff console. */
export async function presentNotifications(context: Context, { show, page }: z.output<typeof notificationFilters>) {
  const { notification } = context.db;
  const where = { ...visibleNotifications(context), ...(show === "unread" && { readAt: null }) };
  const [rows, total] = await Promise.all([
    notification.findMany({
      where,
      select: notificationColumns,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageSlice(page),
    }),
    notification.count({ where, ...countedBy({ createdAt: "desc" }) }),
  ]);
  return pageResult(
    rows.flatMap((row) => present(row, context.actor.isStaff)),
    total,
    page,
  );
}

function present(row: NotificationRow, isStaff: boolean): z.input<typeof notificationItem>[] {
  const kind = notificationKinds.get(row.kind);
  if (kind === undefined) return [];
  const { title, detail, path } = kind.present(row);
  return [
    {
      id: row.id,
      kind: row.kind,
      title,
      detail,
      why: t(kind.why),
      notice: kind.notice !== undefined && !isStaff && isOptionalNotice(kind.notice) ? kind.notice : null,
      account: row.account.name,
      path: `/a/${row.accountId}${path}`,
      read: row.readAt !== null,
      createdAt: iso(row.createdAt),
    },
  ];
}
