import { Building2 } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import type { OwnAccount } from "@/lib/identity/core/schema";

const standings = {
  open: { tone: "success", word: "Open" },
  closed: { tone: "neutral", word: "Closed" },
  suspended: { tone: "warning", word: "Your access is suspended" },
  ended: { tone: "warning", word: "Your access has ended" },
} as const;

/** The accounts that one is a contact of, with what one is there. */
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
          header: "Standing",
          cell: ({ standing }) => <Status tone={standings[standing].tone}>{standings[standing].word}</Status>,
        },
      ]}
      empty={
        <EmptyState icon={<Building2 />} title="You are on no account yet">
          Open the link in the invitation that was sent to you. If there is none, ask the account&apos;s owner.
        </EmptyState>
      }
    />
  );
}
