import { z } from "zod";
import { csvFile, inPieces } from "@/lib/platform/kernel/csv";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { type Field, headings } from "./columns";

const fields = Object.keys(headings) as Field[];

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
    if (known === null) throw notFound("Import not found.");
    const rows = await db.accountImportRow.findMany({
      where: { importId, outcome: { in: ["invalid", "failed"] } },
      select: { line: true, fields: true, message: true },
      orderBy: { line: "asc" },
    });
    const lines = rows.map(({ line, fields: cells, message }) => {
      const own = cells as Record<string, string>;
      return [line, message, ...fields.map((field) => own[field] ?? "")];
    });
    return csvFile(
      "import-problems",
      ["line", "problem", ...fields.map((field) => headings[field][0])],
      inPieces(lines),
    );
  },
  logged: () => ({ summary: "Downloaded the problems of a customer import" }),
});
