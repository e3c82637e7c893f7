import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { countRows } from "./count-rows";
import { importDetail, importOutcome, stoppedBy } from "./schema";

/** An import with what would happen, or has happened, to each row. */
export const viewImport = defineQuery({
  name: "import.view",
  permission: "staff.accounts.create",
  scope: "staff",
  summary: "View a customer import and its rows",
  activity: "view a customer import",
  input: z.object({ importId: id, outcome: importOutcome.optional(), ...pageInput }),
  output: importDetail,
  http: { method: "GET", path: "/staff/imports/{importId}" },
  run: async ({ db }, { importId, outcome, page }) => {
    const found = await db.accountImport.findUnique({ where: { id: importId } });
    if (found === null) throw notFound(t("Import not found."));
    const counts = (await countRows(db, [importId]))(importId);
    const where = { importId, outcome };
    const rows = await db.accountImportRow.findMany({
      where,
      select: {
        line: true,
        reference: true,
        name: true,
        ownerEmail: true,
        outcome: true,
        message: true,
        accountId: true,
      },
      orderBy: { line: "asc" },
      ...pageSlice(page),
    });
    const total = await db.accountImportRow.count({ where });
    const { startedByName, startedById: _, createdAt, finishedAt, ...one } = found;
    return {
      ...one,
      startedBy: startedByName,
      createdAt: iso(createdAt),
      finishedAt: isoOrNull(finishedAt),
      stoppedBecause: found.stoppedBecause && stoppedBy(startedByName),
      counts,
      rows: pageResult(rows, total, page),
    };
  },
});
