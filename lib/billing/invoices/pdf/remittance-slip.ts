import { pair } from "@/lib/billing/core/pdf/pair";
import type { Sheet, Strip } from "@/lib/billing/core/pdf/sheet";
import { asFigure, contentWidth, softInk, styles, toRight } from "@/lib/billing/core/pdf/style";
import { writeDate, writeMoney } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import { t } from "@/lib/platform/language/t";

const SIDE = 225;

/** Everything a bank transfer needs, at the foot of the last page. */
export async function remittanceSlip(sheet: Sheet, invoice: InvoiceDetail, customerNumber: string): Promise<void> {
  const { seller, buyer, due } = invoice;
  const { bank } = seller;
  const head = await pair(sheet, {
    label: t("Remittance advice"),
    labelStyle: styles.slipTitle,
    value: t("Send this slip with your payment, or quote the reference."),
    valueStyle: toRight(styles.small),
    width: contentWidth,
    padding: 0,
  });
  const payTo = await facts(sheet, [
    [t("Pay to"), seller.name, styles.strong],
    ...(bank ? [[t("Bank"), bank.name] as const, ["IBAN", bank.iban] as const, ["BIC", bank.bic] as const] : []),
  ]);
  const from = await facts(sheet, [
    [t("From"), buyer.name],
    [t("Reference@@transfer"), `${invoice.number ?? t("Draft")} / ${customerNumber}`, styles.strong],
    [t("Due date"), writeDate(invoice.dueAt)],
    [t("Amount due"), writeMoney(due), asFigure(styles.strong)],
  ]);
  sheet.atFoot([
    { columns: [{ x: 0, strips: [cut(sheet)] }] },
    { columns: [{ x: 0, strips: head }], below: 8 },
    {
      columns: [
        { x: 0, strips: payTo },
        { x: contentWidth - SIDE, strips: from },
      ],
    },
  ]);
}

type Fact = readonly [label: string, value: string, style?: typeof styles.body];

async function facts(sheet: Sheet, all: readonly Fact[]): Promise<Strip[]> {
  const strips: Strip[] = [];
  for (const [label, value, style = styles.body] of all) {
    const valueStyle = toRight(style);
    strips.push(
      ...(await pair(sheet, { label, labelStyle: styles.soft, value, valueStyle, width: SIDE, padding: 1.5 })),
    );
  }
  return strips;
}

/** The cut line above the slip. */
const cut = (sheet: Sheet): Strip => ({
  height: 25,
  draw: (_, y) => sheet.line(y + 14, 0.75, softInk, true),
});
