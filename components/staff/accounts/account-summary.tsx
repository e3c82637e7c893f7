import { asFarAsCounted } from "@/components/ui/as-far-as-counted";
import { DateTime } from "@/components/ui/date-time";
import { Stat } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { StaffAccount } from "@/lib/staff/core/schema";

export type AccountSummaryProps = { account: StaffAccount; format: ViewerFormat };

/** The owner of an account, and its open work for staff. */
export function AccountSummary({ account, format }: AccountSummaryProps) {
  const { id, owner, openTickets, overdueInvoices } = account;
  return (
    <div className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat
        label={t("Owner")}
        value={owner.name}
        detail={
          <TextLink href={`mailto:${owner.email}`} className="wrap-anywhere">
            {owner.email}
          </TextLink>
        }
      />
      <Stat label={t("Customer since")} value={<DateTime value={account.customerSince} format={format} />} />
      {openTickets !== null && (
        <Stat label={t("Open tickets@@count")} value={asFarAsCounted(openTickets)} href={`/a/${id}/tickets`} />
      )}
      {overdueInvoices !== null && (
        <Stat
          label={t("Overdue invoices")}
          value={asFarAsCounted(overdueInvoices)}
          href={`/a/${id}/invoices?status=overdue`}
        />
      )}
    </div>
  );
}
