import { letterhead } from "@/lib/billing/core/pdf/letterhead";
import { printPaper } from "@/lib/billing/core/pdf/paper";
import { contentWidth, styles } from "@/lib/billing/core/pdf/style";
import { writeDate, writeMoney } from "@/lib/billing/core/pdf/write";
import type { Statement } from "@/lib/billing/statements/schema";
import { endOfDay } from "@/lib/platform/kernel/day-in-zone";
import type { PaperBrand } from "@/lib/platform/kernel/paper-brand";
import { t } from "@/lib/platform/language/t";
import { movementsTable } from "./movements-table";

/** A statement of account as an A4 PDF, with one table per currency. */
export function renderStatement(brand: PaperBrand, statement: Statement): Promise<Uint8Array> {
  const { from, to, seller, buyer, customerNumber, currencies } = statement;
  const days = `${writeDate(from)} – ${writeDate(to)}`;
  const paper = {
    title: t("Statement of account"),
    subject: t("Statement for {name}, {days}", { name: buyer.name, days }),
    seller,
    reference: `${customerNumber}  ·  ${days}`,
    at: endOfDay(to, "UTC"),
  };
  return printPaper(paper, async (sheet) => {
    await letterhead(sheet, {
      brand,
      title: t("Statement of account"),
      seller,
      buyer,
      facts: [
        [t("Customer number"), customerNumber],
        [t("From@@date"), writeDate(from)],
        [t("To@@date"), writeDate(to)],
        ...currencies.map(
          ({ currency, closing }) => [t("Balance in {currency}", { currency }), writeMoney(closing)] as const,
        ),
      ],
    });
    for (const part of currencies) await movementsTable(sheet, part);
    const nothing = currencies.length === 0 ? `${t("There was no balance and no activity in this period.")}\n` : "";
    const says = t(
      "A positive balance is due to {name}. A negative balance is account credit, which is applied to future invoices.",
      { name: seller.name },
    );
    sheet.add({
      columns: [{ x: 0, strips: await sheet.text(`${nothing}${says}`, contentWidth, styles.soft) }],
      above: 18,
    });
  });
}
