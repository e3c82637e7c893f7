import { z } from "zod";
import { readTaxes } from "@/lib/billing/accounting/read-taxes";
import { csvFile } from "@/lib/platform/kernel/csv";
import { decimalOf } from "@/lib/platform/kernel/decimal-of";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { periodInput, spanOf } from "./period";

const header = [
  msg("Country"),
  msg("Rate (%)"),
  msg("Reverse charge@@table"),
  msg("Currency"),
  msg("Net sales"),
  msg("Tax charged"),
  msg("Tax credited"),
];

export const exportTaxes = defineDownload({
  name: "accounting.export-taxes",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download the taxes of a period as CSV",
  activity: "export taxes",
  input: z.object(periodInput),
  http: { method: "GET", path: "/staff/accounting/taxes/export", file: "text/csv" },
  replica: true,
  async run({ db, now }, asked) {
    const span = spanOf(asked, now);
    const lines = (await readTaxes(db, span)).map(({ currency, ...row }) => [
      row.country,
      row.basisPoints / 100,
      row.reverseCharge ? "yes" : "no",
      currency,
      decimalOf(row.base, currency),
      decimalOf(row.charged, currency),
      decimalOf(row.takenBack, currency),
    ]);
    return csvFile(
      `taxes-${span.firstDay}-to-${span.lastDay}`,
      header.map((name) => t(name)),
      [lines],
    );
  },
  logged: () => ({ summary: say("Exported taxes for a period") }),
});
