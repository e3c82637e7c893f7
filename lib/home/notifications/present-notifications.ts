import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { PAGE_SIZE, pageInput, pageSlice } from "@/lib/platform/kernel/page";
import { t } from "@/lib/platform/language/t";
import { isOptionalNotice } from "@/lib/platform/mail/optional-notices";
import type { NotificationRow } from "@/lib/platform/operations/notification-kind";
import type { Context } from "@/lib/platform/operations/operation";
import { newestSeen } from "./newest-seen";
import { MOST_COUNTED, type notificationItem } from "./schema";
import { notificationKinds } from "./visible-notifications";

export const notificationFilters = z.object({
  show: z.enum(["all", "unread"]).default("all").describe("Only unread ones, or all"),
  ...pageInput,
});

/**
 * A page of the viewer's notifications on the current account, or on all accounts in the staff console. Counted to a hundred, as the
 * bell is.
 */
export async function presentNotifications(context: Context, { show, page }: z.output<typeof notificationFilters>) {
  const { skip, take } = pageSlice(page);
  const most = Math.max(MOST_COUNTED, skip + PAGE_SIZE) + 1;
  const { rows, counted } = await newestSeen(context, { unread: show === "unread", skip, take, most });
  return {
    items: rows.slice(0, PAGE_SIZE).flatMap((row) => present(row, context.actor.isStaff)),
    total: Math.min(counted, most - 1),
    totalIsExact: counted < most,
    page,
    pageSize: PAGE_SIZE,
    hasNext: rows.length > PAGE_SIZE,
  };
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
