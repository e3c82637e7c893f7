import { letterhead } from "@/lib/billing/core/pdf/letterhead";
import { printPaper } from "@/lib/billing/core/pdf/paper";
import type { Party, Seller } from "@/lib/billing/core/pdf/party";
import { contentWidth, styles } from "@/lib/billing/core/pdf/style";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { Report } from "@/lib/billing/reports/schema";
import { endOfDay } from "@/lib/platform/kernel/day-in-zone";
import type { PaperBrand } from "@/lib/platform/kernel/paper-brand";
import { t } from "@/lib/platform/language/t";
import { reportTable } from "./report-table";

export interface Parties {
  readonly seller: Seller;
  readonly buyer: Party;
  readonly customerNumber: string;
}

/** A report as an A4 PDF, with one table per currency. */
export function renderReport(brand: PaperBrand, report: Report, parties: Parties): Promise<Uint8Array> {
  const { seller, buyer, customerNumber } = parties;
  const { title, says, from, to, columns, currencies } = report;
  const days = `${writeDate(from)} – ${writeDate(to)}`;
  const paper = {
    title,
    subject: `${title}, ${buyer.name}, ${days}`,
    seller,
    reference: `${customerNumber}  ·  ${days}`,
    at: endOfDay(to, "UTC"),
  };
  return printPaper(paper, async (sheet) => {
    await letterhead(sheet, {
      brand,
      title,
      seller,
      buyer,
      facts: [
        [t("Customer number"), customerNumber],
        [t("From@@date"), writeDate(from)],
        [t("To@@date"), writeDate(to)],
      ],
    });
    sheet.add({ columns: [{ x: 0, strips: await sheet.text(says, contentWidth, styles.soft) }], below: 12 });
    for (const part of currencies) await reportTable(sheet, columns, part);
    if (currencies.length === 0) {
      const nothing = await sheet.text(t("No data for this period."), contentWidth, styles.body);
      sheet.add({ columns: [{ x: 0, strips: nothing }] });
    }
  });
}
