import { NotificationLink } from "@/components/home/notifications/notification-link";
import { Dotted } from "@/components/ui/dotted";
import { OperationForm } from "@/components/ui/operation-form";
import { RelativeTime } from "@/components/ui/relative-time";
import type { NotificationItem } from "@/lib/home/notifications/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type NotificationListProps = {
  items: NotificationItem[];
  markRead: FormAction;
  /** Turns off a kind of notification; undefined for staff, whose notifications come with their work. */
  turnOff?: FormAction;
  /** Names the account of each: for staff, whose list goes over all. */
  named: boolean;
  now: Date;
  format: ViewerFormat;
};

/** What is new, newest first; unread ones have a mark and a button. */
export function NotificationList({ items, markRead, turnOff, named, now, format }: NotificationListProps) {
  return (
    <>
      {turnOff && (
        <OperationForm
          id={turnOffForm}
          action={turnOff}
          label={t("Turn off")}
          doneMessage={t(
            "Turned off, for mails and browsers too. You can turn it on again in your notification settings.",
          )}
          className="px-4 not-empty:py-3"
        />
      )}
      <ul className="divide-y divide-line">
        {items.map(({ id, title, detail, why, notice, account, path, read, createdAt }) => (
          <li key={id} className="flex flex-col items-start gap-x-4 px-4 py-3 sm:flex-row">
            <div className="flex min-w-0 flex-1 gap-3">
              <span
                aria-hidden="true"
                className={`mt-1.5 size-2 shrink-0 rounded-full ${read ? "bg-transparent" : "bg-accent"}`}
              />
              <div className="min-w-0">
                <p className="wrap-anywhere">
                  {!read && <span className="sr-only">{t("Unread:")} </span>}
                  <NotificationLink id={id} href={path}>
                    {title}
                  </NotificationLink>
                </p>
                {detail !== "" && <p className="wrap-anywhere">{detail}</p>}
                <Dotted className="text-sm text-ink-soft">
                  {named && account}
                  <RelativeTime value={createdAt} now={now} format={format} />
                  {turnOff && notice !== null ? <TurnOff notice={notice} why={why} /> : why}
                </Dotted>
              </div>
            </div>
            {!read && (
              <OperationForm
                action={markRead}
                hidden={{ notificationId: id }}
                label={title}
                submitLabel={t("Mark as read")}
                submitVariant="ghost"
                className="max-sm:ps-2"
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One form for all rows: one in each would be most of what the page sends. */
const turnOffForm = "turn-off-notice";

function TurnOff({ notice, why }: { notice: string; why: string }) {
  return (
    <>
      {why}{" "}
      <button
        type="submit"
        form={turnOffForm}
        name="notice"
        value={notice}
        aria-label={t("Turn off: {why}", { why })}
        className="underline underline-offset-3 hover:text-ink pointer-coarse:py-2"
      >
        {t("Turn off")}
      </button>
    </>
  );
}
