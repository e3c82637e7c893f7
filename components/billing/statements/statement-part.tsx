import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { StatementInCurrency } from "@/lib/billing/statements/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { MovementsTable } from "./movements-table";

export type StatementPartProps = {
  part: StatementInCurrency;
  /** False: only the balances are shown. */
  listed: boolean;
  invoiceHref?: (invoiceId: string) => string;
  format: ViewerFormat;
};

/** The statement in one currency: every transaction between the opening and closing balance. */
export function StatementPart({ part, listed, invoiceHref, format }: StatementPartProps) {
  const { currency, count, opening, charges, credits, closing, movements } = part;
  const sum = (value: typeof opening) => <Money value={value} format={format} />;
  return (
    <Panel
      title={currency}
      className="mb-4"
      flush
      footer={
        <div className="ms-auto w-full max-w-96">
          <KeyValueList
            items={[
              { label: "Opening balance", value: sum(opening) },
              { label: "Charges", value: sum(charges) },
              { label: "Credits", value: sum({ ...credits, amountMinor: 0 - credits.amountMinor }) },
              { label: "Closing balance", value: <strong>{sum(closing)}</strong> },
            ]}
          />
        </div>
      }
    >
      {listed ? (
        <MovementsTable
          caption={`Transactions in ${currency}`}
          movements={movements}
          invoiceHref={invoiceHref}
          format={format}
        />
      ) : (
        <p className="px-4 py-3 text-ink-soft">{count.toLocaleString(format.locale)} transactions</p>
      )}
    </Panel>
  );
}
