import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { NotificationsPage } from "@/components/home/notifications/notifications-page";
import { ButtonLink } from "@/components/ui/button-link";
import { pageLinks } from "@/components/ui/page-links";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { markAllRead } from "@/lib/home/notifications/mark-all-read";
import { markRead } from "@/lib/home/notifications/mark-read";
import { fromStrings } from "@/lib/http/from-strings";
import { turnOffNotice } from "@/lib/identity/profile/turn-off-notice";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Notifications") });

export default accountPage(async ({ execute, action, may, base, account, search, actor, realNow: now }) => {
  const list = await execute(listNotifications, fromStrings(listNotifications.input, Object.entries(search)));
  const href = `${base}/notifications`;
  return (
    <NotificationsPage
      href={href}
      show={search.show === "unread" ? "unread" : "all"}
      items={list.items}
      named={false}
      markRead={action(markRead)}
      turnOff={may(turnOffNotice) && !actor.isStaff ? action(turnOffNotice) : undefined}
      markAllRead={action(markAllRead)}
      accountId={account.id}
      pages={pageLinks(href, search, list, [msg("notification@@of"), msg("notifications@@of")])}
      settings={!actor.isStaff && <ButtonLink href="/profile/notices">{t("Notification settings")}</ButtonLink>}
      now={now}
      format={actor}
    />
  );
});
