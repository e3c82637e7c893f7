import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { TextLink } from "@/components/ui/text-link";
import type { Movement } from "@/lib/billing/statements/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type MovementsTableProps = {
  caption: string;
  movements: Movement[];
  /** Without it invoices aren't linked. */
  invoiceHref?: (invoiceId: string) => string;
  format: ViewerFormat;
};

export function MovementsTable({ caption, movements, invoiceHref, format }: MovementsTableProps) {
  const columns: Column<Movement>[] = [
    {
      key: "date",
      header: t("Date"),
      cell: ({ at }) => <DateTime value={at} format={{ ...format, timeZone: "UTC" }} />,
    },
    {
      key: "what",
      header: t("Description"),
      phone: "title",
      grow: true,
      cell: (movement) => <What {...{ movement, invoiceHref }} />,
    },
    ...(["charge", "credit", "balance"] as const).map((key) => ({
      key,
      header: { charge: t("Charges"), credit: t("Credits"), balance: t("Balance") }[key],
      phone: key === "balance" ? ("state" as const) : ("amount" as const),
      phoneLabel: { charge: undefined, credit: t("Credit@@statement"), balance: t("Balance") }[key],
      numeric: true,
      cell: (movement: Movement) => {
        const value = movement[key];
        return value && <Money value={value} format={format} />;
      },
    })),
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={movements}
      rowKey={({ id }) => id}
      empty={<p className="px-4 py-3 text-ink-soft">{t("No activity in this period.")}</p>}
    />
  );
}

function What({ movement, invoiceHref }: { movement: Movement } & Pick<MovementsTableProps, "invoiceHref">) {
  const { what, details, invoiceId } = movement;
  return (
    <div>
      {what}
      <span className="cell-detail">
        {invoiceId && invoiceHref ? <TextLink href={invoiceHref(invoiceId)}>{details}</TextLink> : details}
      </span>
    </div>
  );
}
