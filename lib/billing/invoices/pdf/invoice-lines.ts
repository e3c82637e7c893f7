import { type CellText, cells, headed } from "@/lib/billing/core/pdf/cells";
import type { Row, Sheet } from "@/lib/billing/core/pdf/sheet";
import { asFigure, styles } from "@/lib/billing/core/pdf/style";
import { writeDate, writeMoney, writeRate } from "@/lib/billing/core/pdf/write";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import { t } from "@/lib/platform/language/t";

type Line = InvoiceDetail["lines"][number];

const figure = asFigure(styles.body);

const columns = [
  { style: styles.body },
  { width: 44, style: figure },
  { width: 72, style: figure },
  { width: 48, style: figure },
  { width: 80, style: figure },
];

/** The invoice lines; the table head repeats on every page. */
export async function invoiceLines(sheet: Sheet, { lines, taxMode }: InvoiceDetail): Promise<void> {
  const amount = taxMode === "inclusive" ? t("Amount incl. VAT") : t("Amount");
  const heads = await cells(sheet, headed(columns), [
    t("Description"),
    t("Quantity"),
    t("Unit price"),
    t("VAT"),
    amount,
  ]);
  await sheet.table({ columns: heads, below: 3, rule: "ink" }, rowsOf(sheet, lines));
}

async function* rowsOf(sheet: Sheet, lines: readonly Line[]): AsyncGenerator<Row> {
  for (const line of lines) {
    const texts: CellText[] = [
      [
        [line.description, styles.body],
        [belowDescription(line), styles.small],
      ],
      String(line.quantity),
      writeMoney(line.unit),
      writeRate(line.taxBasisPoints),
      writeMoney(line.total),
    ];
    yield { columns: await cells(sheet, columns, texts), above: 5, below: 4, rule: "hairline" };
  }
}

function belowDescription({ periodStart, periodEnd, discount }: Line): string {
  const period = periodStart && `${writeDate(periodStart)} – ${writeDate(periodEnd)}`;
  const off = discount.amountMinor > 0 && t("Discount {amount}", { amount: writeMoney(discount) });
  return [period, off].filter(Boolean).join("  ·  ");
}
