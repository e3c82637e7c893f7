import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { NotificationsPage } from "@/components/home/notifications/notifications-page";
import { pageLinks } from "@/components/ui/page-links";
import { listNotificationsForStaff } from "@/lib/home/notifications/list-for-staff";
import { markAllRead } from "@/lib/home/notifications/mark-all-read";
import { markRead } from "@/lib/home/notifications/mark-read";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Notifications") });

export default personPage(async ({ execute, action, search, actor, realNow: now }) => {
  const input = fromStrings(listNotificationsForStaff.input, Object.entries(search));
  const list = await execute(listNotificationsForStaff, input);
  const href = "/staff/notifications";
  return (
    <NotificationsPage
      href={href}
      show={search.show === "unread" ? "unread" : "all"}
      items={list.items}
      named
      markRead={action(markRead)}
      markAllRead={action(markAllRead)}
      pages={pageLinks(href, search, list, [msg("notification@@of"), msg("notifications@@of")])}
      now={now}
      format={actor}
    />
  );
});
