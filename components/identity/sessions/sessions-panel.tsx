import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataTable } from "@/components/ui/data-table";
import { OperationForm } from "@/components/ui/operation-form";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SortProps } from "@/components/ui/sort-props";
import type { OwnSession } from "@/lib/identity/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

interface SessionsPanelProps {
  /** The order of the list and the address of another; without it the list has only its own. */
  readonly order?: SortProps;
  readonly sessions: OwnSession[];
  /** Links to other pages of the list. */
  readonly pages?: PaginationProps;
  readonly format: ViewerFormat;
  readonly now: Date;
  readonly revoke: FormAction;
  readonly everywhere: FormAction;
}

/** The person's sessions, to be signed out one by one or all at once. */
export function SessionsPanel({ sessions, order, pages, format, now, revoke, everywhere }: SessionsPanelProps) {
  return (
    <Panel
      title={t("Sessions")}
      description={t("If you don't recognise a session, sign it out and change your password.")}
      flush
      actions={
        <ConfirmDialog
          id="sign-out-everywhere"
          action={everywhere}
          trigger={t("Sign out everywhere")}
          title={t("Sign out everywhere?")}
          consequences={[t("All other sessions are signed out immediately.")]}
          confirmLabel={t("Sign out everywhere")}
          doneMessage={t("All other sessions were signed out.")}
        >
          <Checkbox name="hereToo" value="true" label={t("Also sign out this session")} />
          <Checkbox
            name="tokensToo"
            value="true"
            label={t("Also revoke my API tokens")}
            hint={t("Otherwise, integrations keep working.")}
          />
        </ConfirmDialog>
      }
    >
      <OperationForm id={signOutForm} action={revoke} label={t("Sign out")} className="px-4 not-empty:pb-3" />
      <DataTable
        {...order}
        caption={t("Sessions")}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { key: "device", header: t("Browser"), sortable: true, cell: (session) => <Device {...session} /> },
          { key: "ip", header: t("IP address"), sortable: true, cell: ({ ip }) => ip },
          {
            key: "lastSeen",
            header: t("Last active"),
            phoneLabel: t("Active"),
            sortable: true,
            cell: ({ lastSeenAt }) => <RelativeTime value={lastSeenAt} now={now} format={format} />,
          },
          {
            key: "opened",
            header: t("Signed in"),
            sortable: true,
            priority: "low",
            phone: "hidden",
            cell: ({ openedAt }) => <RelativeTime value={openedAt} now={now} format={format} />,
          },
          {
            key: "end",
            header: t("Sign out"),
            hideHeader: true,
            cell: (session) => !session.current && <SignOut {...session} />,
          },
        ]}
      />
      <Pagination {...pages} />
    </Panel>
  );
}

function Device({ device, current }: OwnSession) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {device}
      {current && <Badge tone="accent">{t("This session")}</Badge>}
    </span>
  );
}

/** One form for all rows: one in each is half of what the page sends. */
const signOutForm = "sign-out-session";

function SignOut({ id, device }: OwnSession) {
  return (
    <button
      type="submit"
      form={signOutForm}
      name="sessionId"
      value={id}
      aria-label={t("Sign out {device}", { device })}
      className={buttonClass("secondary", "sm")}
    >
      {t("Sign out")}
    </button>
  );
}
