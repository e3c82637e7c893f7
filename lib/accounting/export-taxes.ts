import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { readTaxes } from "@/lib/db/read-taxes";
import { csvFile } from "@/lib/kernel/csv";
import { decimalOf } from "@/lib/kernel/decimal-of";
import { fileOutput } from "@/lib/kernel/file-output";
import { periodInput, spanOf } from "./period";

const header = ["Country", "Rate (%)", "Currency", "Charged", "Taken back"];

export const exportTaxes = defineQuery({
  name: "accounting.export-taxes",
  permission: "staff.receivables.view",
  scope: "staff",
  summary: "Download the taxes of a period as CSV",
  input: z.object(periodInput),
  output: fileOutput,
  http: { method: "GET", path: "/staff/accounting/taxes/export" },
  async run({ db, now }, asked) {
    const span = spanOf(asked, now);
    const lines = (await readTaxes(db, span)).map(({ country, basisPoints, currency, charged, takenBack }) => [
      country,
      basisPoints === null ? null : basisPoints / 100,
      currency,
      decimalOf(charged, currency),
      decimalOf(takenBack, currency),
    ]);
    return csvFile(`taxes-${span.firstDay}-to-${span.lastDay}`, header, lines);
  },
  logged: () => ({ summary: "Downloaded the taxes of a period" }),
});
