import { z } from "zod";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { csvFile } from "@/lib/platform/kernel/csv";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import type { Field } from "./columns";
import { headings } from "./headings";

const fields = Object.keys(headings) as Field[];
const header = ["line", "problem", ...fields.map((field) => headings[field][0])];

const SIZE = 250;

/** The rows that were not imported, as a file that can be corrected and imported again, each with what is wrong. */
export const exportImportProblems = defineDownload({
  name: "import.export-problems",
  permission: "staff.accounts.create",
  scope: "staff",
  summary: "Download the rows of an import that can't be imported",
  activity: "download the problems of an import",
  input: z.object({ importId: id }),
  http: { method: "GET", path: "/staff/imports/{importId}/problems/csv", file: "text/csv" },
  run: async ({ db }, { importId }) => {
    const known = await db.accountImport.findUnique({ where: { id: importId }, select: { id: true } });
    if (known === null) throw notFound(t("Import not found."));
    return csvFile("import-problems", header, linesOf(db, importId));
  },
  logged: () => ({ summary: say("Downloaded the problems of a customer import") }),
});

async function* linesOf(db: ScopedDb, importId: string) {
  for (let after = 0; ; ) {
    const rows = await db.accountImportRow.findMany({
      where: { importId, outcome: { in: ["invalid", "failed"] }, line: { gt: after } },
      select: { line: true, fields: true, message: true },
      orderBy: { line: "asc" },
      take: SIZE,
    });
    yield rows.map(({ line, fields: cells, message }) => {
      const own = cells as Record<string, string>;
      return [line, message, ...fields.map((field) => own[field] ?? "")];
    });
    const last = rows.at(-1);
    if (last === undefined || rows.length < SIZE) return;
    after = last.line;
  }
}
