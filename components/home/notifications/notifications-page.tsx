import type { ReactNode } from "react";
import { NotificationList, type NotificationListProps } from "@/components/home/notifications/notification-list";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type NotificationsPageProps = NotificationListProps & {
  href: string;
  show: "all" | "unread";
  markAllRead: FormAction;
  /** The account whose notifications are marked; undefined for all. */
  accountId?: string;
  pages: PaginationProps;
  /** A link to the settings. */
  settings?: ReactNode;
};

/** The notifications of one account, or of all for staff. */
export function NotificationsPage({
  href,
  show,
  markAllRead,
  accountId,
  pages,
  settings,
  ...list
}: NotificationsPageProps) {
  const hasUnread = list.items.some(({ read }) => !read);
  return (
    <>
      <LiveRefresh of="notification" />
      <PageHeader
        title={t("Notifications")}
        actions={
          <>
            {settings}
            {hasUnread && (
              <OperationForm
                action={markAllRead}
                hidden={{ account: accountId }}
                submitLabel={t("Mark all as read")}
                submitVariant="secondary"
              />
            )}
          </>
        }
      />
      <Tabs
        label={t("Filter notifications")}
        tabs={[
          { label: t("All"), href, active: show === "all" },
          { label: t("Unread"), href: `${href}?show=unread`, active: show === "unread" },
        ]}
      />
      <Panel flush>
        {list.items.length > 0 ? (
          <NotificationList {...list} />
        ) : (
          <EmptyState
            icon={<Icon name="bell" />}
            title={show === "unread" ? t("Nothing unread") : t("No notifications yet")}
          >
            {t("New messages, invoices and requests that concern you appear here. They are kept for 90 days.")}
          </EmptyState>
        )}
        <Pagination {...pages} />
      </Panel>
    </>
  );
}
