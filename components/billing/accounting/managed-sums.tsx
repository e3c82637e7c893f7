import { ButtonLink } from "@/components/ui/button-link";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { ManagedInvoice } from "@/lib/billing/invoices/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type ManagedSumsProps = {
  invoice: ManagedInvoice;
  /** Only if there is something to credit or an amount due. */
  creditHref: string | undefined;
  recordHref: string | undefined;
  format: ViewerFormat;
};

/** The balance of an issued invoice, with the actions that change it. */
export function ManagedSums({ invoice, creditHref, recordHref, format }: ManagedSumsProps) {
  const { total, paid, credited, due } = invoice;
  return (
    <Panel
      title={t("Balance")}
      actions={
        <>
          {recordHref && <ButtonLink href={recordHref}>{t("Record bank transfer")}</ButtonLink>}
          {creditHref && <ButtonLink href={creditHref}>{t("Issue credit note")}</ButtonLink>}
        </>
      }
    >
      <KeyValueList
        columns={2}
        items={[
          { label: t("Total"), value: <Money value={total} format={format} /> },
          { label: t("Paid"), value: <Money value={paid} format={format} /> },
          { label: t("Credited"), value: <Money value={credited} format={format} /> },
          { label: t("Amount due"), value: <Money value={due} format={format} /> },
        ]}
      />
    </Panel>
  );
}
