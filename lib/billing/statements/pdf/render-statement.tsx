import { Text } from "@react-pdf/renderer";
import { Letterhead } from "@/lib/billing/core/pdf/letterhead";
import { printPaper } from "@/lib/billing/core/pdf/paper";
import { style } from "@/lib/billing/core/pdf/style";
import { writeDate, writeMoney } from "@/lib/billing/core/pdf/write";
import type { Statement } from "@/lib/billing/statements/schema";
import { endOfDay } from "@/lib/platform/kernel/day-in-zone";
import { MovementsTable } from "./movements-table";

/** A statement of account as an A4 PDF, a table a currency. */
export function renderStatement(statement: Statement): Promise<Uint8Array> {
  const { from, to, seller, buyer, customerNumber, currencies } = statement;
  const days = `${writeDate(from)} – ${writeDate(to)}`;
  return printPaper({
    title: "Statement of account",
    subject: `Statement for ${buyer.name}, ${days}`,
    seller,
    reference: `${customerNumber}  ·  ${days}`,
    at: endOfDay(to, "UTC"),
    children: (
      <>
        <Letterhead
          title="Statement of account"
          seller={seller}
          buyer={buyer}
          facts={[
            ["Customer number", customerNumber],
            ["From", writeDate(from)],
            ["To", writeDate(to)],
            ...currencies.map(
              ({ currency, closing }) => [`Balance in ${currency}`, writeMoney(closing)] as [string, string],
            ),
          ]}
        />
        {currencies.map((part) => (
          <MovementsTable key={part.currency} part={part} />
        ))}
        {currencies.length === 0 && <Text>Nothing was owed, and nothing moved in this time.</Text>}
        <Text style={[style.terms, style.soft]}>
          A balance above nothing is owed to {seller.name}. A balance below nothing is credit, and is used for the next
          invoice.
        </Text>
      </>
    ),
  });
}
