import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { CreditedLines } from "@/components/billing/credit-notes/credited-lines";
import { Party } from "@/components/billing/invoices/party";
import { ReverseChargeNote } from "@/components/billing/invoices/reverse-charge-note";
import { SumRow } from "@/components/billing/invoices/sum-row";
import { TaxRows } from "@/components/billing/invoices/tax-rows";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { Icon } from "@/components/ui/icon";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import { viewCreditNote } from "@/lib/billing/credit-notes/view-credit-note";
import { viewInvoice } from "@/lib/billing/invoices/view-invoice";
import { t } from "@/lib/platform/language/t";

export const generateMetadata = (): Metadata => ({ title: t("Credit note") });

export default accountPage(async ({ execute, base, params, actor, account, may }) => {
  const note = await execute(viewCreditNote, { creditNoteId: params.creditNoteId ?? "" });
  const { id, number, invoice, buyer, seller, applied, toCredit } = note;
  const sum = (value: typeof applied) => <Money value={value} format={actor} />;
  const toInvoice = <TextLink href={`${base}/invoices/${invoice.id}`}>{invoice.number}</TextLink>;
  return (
    <>
      <PageHeader
        title={t("Credit note {number}", { number })}
        breadcrumb={[{ label: t("Account credit"), href: `${base}/credit-notes` }]}
        actions={
          <ButtonLink
            href={`/api/v1/accounts/${account.id}/credit-notes/${id}/pdf`}
            download={`${number}.pdf`}
            icon={<Icon name="download" />}
          >
            {t("Download PDF")}
          </ButtonLink>
        }
      />
      {note.reverseCharge && <ReverseChargeNote vatId={buyer.vatId} />}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel title={t("Lines")} flush>
          <CreditedLines lines={note.lines} format={actor} />
          <dl className="ms-auto w-full max-w-96 border-t border-line-strong px-4 py-3">
            <SumRow label={t("Subtotal")}>{sum(note.subtotal)}</SumRow>
            <TaxRows taxes={note.taxes} format={actor} />
            <SumRow label={t("Total credited")} strong>
              {sum(note.total)}
            </SumRow>
            <SumRow label={t("Applied to the invoice")}>{sum(applied)}</SumRow>
            <SumRow label={t("Added to account credit")}>{sum(toCredit)}</SumRow>
          </dl>
        </Panel>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
          <Panel title={t("Details")} className="sm:max-xl:col-span-2">
            <KeyValueList
              items={[
                {
                  label: t("Issued"),
                  value: <DateTime value={note.issuedAt} format={{ ...actor, timeZone: "UTC" }} />,
                },
                { label: t("For invoice"), value: may(viewInvoice) ? toInvoice : invoice.number },
                { label: t("Reason"), value: note.reason },
              ]}
            />
          </Panel>
          <Panel title={t("Credited to")}>
            <Party party={buyer} />
          </Panel>
          <Panel title={t("From")}>
            <Party party={seller} />
          </Panel>
        </div>
      </div>
    </>
  );
});
