import { z } from "zod";
import { readTaxes } from "@/lib/billing/accounting/read-taxes";
import { money } from "@/lib/platform/kernel/money";
import { defineQuery } from "@/lib/platform/operations/operation";
import { periodInput, spanOf } from "./period";
import { taxReport } from "./schema";

/** From the ledger, so that it is what the invoices and credit notes of the period say, to the cent. */
export const reportTaxes = defineQuery({
  name: "accounting.taxes",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "See what was sold in a period and its taxes, by country and rate",
  input: z.object(periodInput),
  output: taxReport,
  http: { method: "GET", path: "/staff/accounting/taxes" },
  async run({ db, now }, asked) {
    const span = spanOf(asked, now);
    const rows = (await readTaxes(db, span)).map(({ currency, base, charged, takenBack, ...row }) => ({
      ...row,
      base: money(base, currency),
      charged: money(charged, currency),
      takenBack: money(takenBack, currency),
      net: money(charged - takenBack, currency),
    }));
    return { days: { from: span.firstDay, to: span.lastDay }, rows };
  },
});
