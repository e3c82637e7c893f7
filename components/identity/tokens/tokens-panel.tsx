import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { type AskedConfirm, RowConfirm } from "@/components/ui/row-confirm";
import type { SortProps } from "@/components/ui/sort-props";
import { Status } from "@/components/ui/status";
import type { OwnToken } from "@/lib/identity/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

interface TokensPanelProps {
  /** The order of the list and the address of another; without it the list has only its own. */
  readonly order?: SortProps;

  readonly tokens: OwnToken[];
  /** Links to other pages of the list. */
  readonly pages?: PaginationProps;
  readonly format: ViewerFormat;
  readonly now: Date;
  readonly revoke: FormAction;
  readonly asked: AskedConfirm;
}

/** The person's tokens, identified by their first characters. */
export function TokensPanel({ tokens, order, pages, format, now, revoke, asked }: TokensPanelProps) {
  return (
    <Panel title={t("Your tokens")} flush>
      <DataTable
        {...order}
        caption={t("Your API tokens")}
        rows={tokens}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: t("Token"), sortable: true, cell: (token) => <Name {...token} /> },
          { key: "permissions", header: t("Permissions"), cell: ({ permissions }) => counted(permissions.length) },
          {
            key: "used",
            header: t("Last used"),
            phoneLabel: t("Last used"),
            sortable: true,
            cell: ({ lastUsedAt }) =>
              lastUsedAt === null ? t("Never") : <RelativeTime value={lastUsedAt} now={now} format={format} />,
          },
          {
            key: "expires",
            header: t("Expires"),
            phone: "state",
            phoneLabel: ({ expired }) => (expired ? undefined : t("Expires")),
            sortable: true,
            cell: ({ expired, expiresAt }) =>
              expired ? <Status tone="warning">{t("Expired")}</Status> : <DateTime value={expiresAt} format={format} />,
          },
          {
            key: "revoke",
            header: t("Revoke"),
            hideHeader: true,
            cell: (token) => <Revoke action={revoke} asked={asked} {...token} />,
          },
        ]}
        empty={
          <EmptyState icon={<Icon name="key-round" />} title={t("No API tokens")}>
            {t("Create a token for a script or integration.")}
          </EmptyState>
        }
      />
      <Pagination {...pages} />
    </Panel>
  );
}

const counted = (count: number) => t("{count, plural, one {# permission} other {# permissions}}", { count });

function Name({ name, prefix }: OwnToken) {
  return (
    <>
      {name} <span className="font-mono text-sm text-ink-soft">{prefix}…</span>
    </>
  );
}

function Revoke({ id, name, action, asked }: OwnToken & { action: FormAction; asked: AskedConfirm }) {
  return (
    <RowConfirm
      asked={asked}
      id={`revoke-${id}`}
      action={action}
      hidden={{ tokenId: id }}
      trigger={t("Revoke")}
      label={t("Revoke {name}", { name })}
      size="sm"
      title={t("Revoke {name}?", { name })}
      consequences={[t("Integrations that use it stop working immediately."), t("This can't be undone.")]}
      confirmLabel={t("Revoke")}
      doneMessage={t("{name} revoked.", { name })}
    />
  );
}
