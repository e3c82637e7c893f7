import { z } from "zod";
import { readTaxes } from "@/lib/billing/accounting/read-taxes";
import { money } from "@/lib/platform/kernel/money";
import { defineQuery } from "@/lib/platform/operations/operation";
import { periodInput, spanOf } from "./period";
import { taxReport } from "./schema";

/** Read from the ledger, so it matches the period's invoices and credit notes to the cent. */
export const reportTaxes = defineQuery({
  name: "accounting.report-taxes",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "View sales and taxes in a period, by country and rate",
  activity: "view taxes",
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
