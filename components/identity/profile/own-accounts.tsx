import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import type { OwnAccount } from "@/lib/identity/core/schema";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const standings = {
  open: { tone: "success", word: msg("Active") },
  closed: { tone: "neutral", word: msg("Closed") },
  suspended: { tone: "warning", word: msg("Access suspended") },
  ended: { tone: "warning", word: msg("Access ended") },
} as const;

/** The accounts the person belongs to, with their access on each. */
export function OwnAccounts({ accounts }: { accounts: OwnAccount[] }) {
  return (
    <DataTable
      caption={t("Your accounts")}
      rows={accounts}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/a/${id}`}
      columns={[
        { key: "name", header: t("Account"), cell: ({ name }) => name },
        { key: "number", header: t("Number"), cell: ({ number }) => number, priority: "low" },
        { key: "roles", header: t("Your access"), cell: ({ rolesInWords }) => rolesInWords },
        {
          key: "standing",
          phone: "state",
          header: t("Status"),
          cell: ({ standing }) => <Status tone={standings[standing].tone}>{t(standings[standing].word)}</Status>,
        },
      ]}
      empty={
        <EmptyState icon={<Icon name="building-complex" />} title={t("No accounts yet")}>
          {t("Open the link in your invitation, or ask the account owner to invite you.")}
        </EmptyState>
      }
    />
  );
}
