import { type CellText, cells, headed } from "@/lib/billing/core/pdf/cells";
import type { Row, Sheet } from "@/lib/billing/core/pdf/sheet";
import { asFigure, styles } from "@/lib/billing/core/pdf/style";
import { sums, sumsAt } from "@/lib/billing/core/pdf/sums";
import { writeDate, writeMoney } from "@/lib/billing/core/pdf/write";
import type { StatementInCurrency } from "@/lib/billing/statements/schema";
import type { Money } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";

const amount = { width: 80, style: asFigure(styles.body) };
const columns = [{ width: 64, style: styles.body }, { style: styles.body }, amount, amount, amount];

/** The transactions of one currency, from opening to closing balance; the table head repeats on every page. */
export async function movementsTable(sheet: Sheet, part: StatementInCurrency): Promise<void> {
  const { currency, opening, charges, credits, closing } = part;
  const heads = [t("Date"), t("Transactions in {currency}", { currency }), t("Charges"), t("Credits"), t("Balance")];
  await sheet.table(
    { columns: await cells(sheet, headed(columns), heads), below: 3, rule: "ink" },
    rowsOf(sheet, part),
  );
  const totals = await sums(sheet, [
    { label: t("Opening balance"), value: opening },
    { label: t("Charges"), value: charges },
    { label: t("Credits"), value: credits, less: true },
    { label: t("Closing balance"), value: closing, grand: true },
  ]);
  sheet.add({ columns: [{ x: sumsAt, strips: totals }], above: 12, below: 14 });
}

async function* rowsOf(sheet: Sheet, { opening, movements }: StatementInCurrency): AsyncGenerator<Row> {
  yield row(sheet, ["", t("Opening balance"), "", "", writeMoney(opening)]);
  for (const { at, what, details, charge, credit, balance } of movements) {
    yield row(sheet, [
      writeDate(at),
      [
        [what, styles.body],
        [details === what ? "" : details, styles.small],
      ],
      written(charge),
      written(credit),
      writeMoney(balance),
    ]);
  }
}

const row = async (sheet: Sheet, texts: readonly CellText[]): Promise<Row> => ({
  columns: await cells(sheet, columns, texts),
  above: 5,
  below: 4,
  rule: "hairline",
});

const written = (money: Money | null): string => (money ? writeMoney(money) : "");
