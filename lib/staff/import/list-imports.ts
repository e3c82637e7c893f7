import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { countRows } from "./count-rows";
import { importList } from "./schema";

const orders = {
  at: (sort) => [{ createdAt: sort }],
  by: (sort) => [{ startedByName: sort }, { createdAt: "desc" }],
  status: (sort) => [{ status: sort }, { createdAt: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.AccountImportOrderByWithRelationInput[]>;

export const listImports = defineQuery({
  name: "import.list",
  permission: "staff.accounts.create",
  scope: "staff",
  summary: "List customer imports of the last 90 days",
  activity: "view customer imports",
  input: z.object({ ...pageInput, ...sortInput(orders, "at", "desc") }),
  output: importList,
  http: { method: "GET", path: "/staff/imports" },
  run: async ({ db }, asked) => {
    const imports = db.accountImport.findMany({
      select: { id: true, status: true, startedByName: true, createdAt: true, finishedAt: true },
      orderBy: orderBy(orders, asked),
      ...pageSlice(asked.page),
    });
    const [found, total] = await Promise.all([imports, db.accountImport.count(countedBy({ id: "desc" }))]);
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
    return pageResult(items, total, asked.page);
  },
});
