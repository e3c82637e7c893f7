import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import type { OwnAccount } from "@/lib/identity/core/schema";

const standings = {
  open: { tone: "success", word: "Active" },
  closed: { tone: "neutral", word: "Closed" },
  suspended: { tone: "warning", word: "Access suspended" },
  ended: { tone: "warning", word: "Access ended" },
} as const;

/** The accounts the person belongs to, with their access on each. */
export function OwnAccounts({ accounts }: { accounts: OwnAccount[] }) {
  return (
    <DataTable
      caption="Your accounts"
      rows={accounts}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/a/${id}`}
      columns={[
        { key: "name", header: "Account", cell: ({ name }) => name },
        { key: "number", header: "Number", cell: ({ number }) => number, priority: "low" },
        { key: "roles", header: "Your access", cell: ({ rolesInWords }) => rolesInWords },
        {
          key: "standing",
          phone: "state",
          header: "Status",
          cell: ({ standing }) => <Status tone={standings[standing].tone}>{standings[standing].word}</Status>,
        },
      ]}
      empty={
        <EmptyState icon={<Icon name="building-complex" />} title="No accounts yet">
          Open the link in your invitation, or ask the account owner to invite you.
        </EmptyState>
      }
    />
  );
}
