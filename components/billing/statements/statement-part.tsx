import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { StatementInCurrency } from "@/lib/billing/statements/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { MovementsTable } from "./movements-table";

export type StatementPartProps = {
  part: StatementInCurrency;
  invoiceHref?: (invoiceId: string) => string;
  format: ViewerFormat;
};

/** The statement in one currency: the transactions between the opening and closing balance, or the first of many. */
export function StatementPart({ part, invoiceHref, format }: StatementPartProps) {
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
              { label: t("Opening balance"), value: sum(opening) },
              { label: t("Charges"), value: sum(charges) },
              { label: t("Credits"), value: sum({ ...credits, amountMinor: 0 - credits.amountMinor }) },
              { label: t("Closing balance"), value: <strong>{sum(closing)}</strong> },
            ]}
          />
        </div>
      }
    >
      {(movements.length > 0 || count === 0) && (
        <MovementsTable
          caption={t("Transactions in {currency}", { currency })}
          movements={movements}
          invoiceHref={invoiceHref}
          format={format}
        />
      )}
      {count > movements.length && (
        <p className="px-4 py-3 text-ink-soft">
          {t("{count, plural, one {# more transaction} other {# more transactions}}", {
            count: count - movements.length,
          })}
        </p>
      )}
    </Panel>
  );
}
