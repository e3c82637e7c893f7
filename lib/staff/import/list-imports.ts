import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { countRows } from "./count-rows";
import { importList } from "./schema";

export const listImports = defineQuery({
  name: "import.list",
  permission: "staff.accounts.create",
  scope: "staff",
  summary: "List customer imports of the last 90 days",
  activity: "view customer imports",
  input: z.object(pageInput),
  output: importList,
  http: { method: "GET", path: "/staff/imports" },
  run: async ({ db }, { page }) => {
    const total = await db.accountImport.count();
    const found = await db.accountImport.findMany({
      select: { id: true, status: true, startedByName: true, createdAt: true, finishedAt: true },
      orderBy: { id: "desc" },
      ...pageSlice(page),
    });
    const countsOf = await countRows(
      db,
      found.map(({ id }) => id),
    );
    const items = found.map(({ startedByName, createdAt, finishedAt, ...one }) => ({
      ...one,
      startedBy: startedByName,
      createdAt: iso(createdAt),
      finishedAt: isoOrNull(finishedAt),
      counts: countsOf(one.id),
    }));
    return pageResult(items, total, page);
  },
});
