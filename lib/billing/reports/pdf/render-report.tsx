import { Text } from "@react-pdf/renderer";
import { Letterhead } from "@/lib/billing/core/pdf/letterhead";
import { printPaper } from "@/lib/billing/core/pdf/paper";
import type { Party, Seller } from "@/lib/billing/core/pdf/party";
import { style } from "@/lib/billing/core/pdf/style";
import { writeDate } from "@/lib/billing/core/pdf/write";
import type { Report } from "@/lib/billing/reports/schema";
import { endOfDay } from "@/lib/platform/kernel/day-in-zone";
import { ReportTable } from "./report-table";

interface Parties {
  readonly seller: Seller;
  readonly buyer: Party;
  readonly customerNumber: string;
}

/** A report as an A4 PDF, a table a currency. */
export function renderReport(report: Report, { seller, buyer, customerNumber }: Parties): Promise<Uint8Array> {
  const { title, says, from, to, columns, currencies } = report;
  const days = `${writeDate(from)} – ${writeDate(to)}`;
  return printPaper({
    title,
    subject: `${title}, ${buyer.name}, ${days}`,
    seller,
    reference: `${customerNumber}  ·  ${days}`,
    at: endOfDay(to, "UTC"),
    children: (
      <>
        <Letterhead
          title={title}
          seller={seller}
          buyer={buyer}
          facts={[
            ["Customer number", customerNumber],
            ["From", writeDate(from)],
            ["To", writeDate(to)],
          ]}
        />
        <Text style={[style.soft, { marginBottom: 12 }]}>{says}</Text>
        {currencies.map((part) => (
          <ReportTable key={part.currency} columns={columns} part={part} />
        ))}
        {currencies.length === 0 && <Text>There is nothing in this time.</Text>}
      </>
    ),
  });
}
