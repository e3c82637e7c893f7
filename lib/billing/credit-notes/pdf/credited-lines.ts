import { cells, headed } from "@/lib/billing/core/pdf/cells";
import type { Row, Sheet } from "@/lib/billing/core/pdf/sheet";
import { asFigure, styles } from "@/lib/billing/core/pdf/style";
import { writeMoney, writeRate } from "@/lib/billing/core/pdf/write";
import type { CreditNoteDetail } from "@/lib/billing/credit-notes/schema";
import { t } from "@/lib/platform/language/t";

const columns = [
  { style: styles.body },
  { width: 48, style: asFigure(styles.body) },
  { width: 80, style: asFigure(styles.body) },
];

/** The credited lines; the table head repeats on every page. */
export async function creditedLines(sheet: Sheet, lines: CreditNoteDetail["lines"]): Promise<void> {
  const heads = await cells(sheet, headed(columns), [t("Credited"), t("VAT"), t("Net")]);
  await sheet.table({ columns: heads, below: 3, rule: "ink" }, rowsOf(sheet, lines));
}

async function* rowsOf(sheet: Sheet, lines: CreditNoteDetail["lines"]): AsyncGenerator<Row> {
  for (const { description, taxBasisPoints, net } of lines) {
    const texts = [description, writeRate(taxBasisPoints), writeMoney(net)];
    yield { columns: await cells(sheet, columns, texts), above: 5, below: 4, rule: "hairline" };
  }
}
