import { z } from "zod";
import { csvFile } from "@/lib/platform/kernel/csv";
import { iso } from "@/lib/platform/kernel/dates";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { msg } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineExport, exportInput } from "@/lib/platform/rendering/define-export";
import { presentRead, readColumns } from "./present-read";
import { readWhere } from "./read-where";
import { readFilters } from "./schema";

const header = [
  msg("First time (UTC)"),
  msg("Last time (UTC)"),
  msg("Times"),
  msg("Staff member"),
  msg("What"),
  msg("Operation"),
  msg("About"),
  msg("Id"),
  msg("Name"),
  msg("Viewed as"),
  msg("Reason"),
  msg("Ticket"),
  msg("Note"),
];

/** The same as CSV, filtered like the list. The download itself is logged. */
export const exportReads = defineExport({
  name: "staff-reads.export",
  permission: "settings.staff-access.view",
  scope: "account",
  summary: "Download as CSV what the provider's staff were shown of the account and did there",
  activity: "export what staff opened",
  input: z.object({ ...readFilters, ...exportInput }),
  http: { method: "GET", path: "/accounts/{accountId}/staff-reads/export", file: "text/csv" },
  lines: (context, filters, most) => context.db.staffRead.count({ where: readWhere(context, filters), take: most }),
  run: async (context, filters) => {
    const { db, account, realNow: now } = context;
    const where = readWhere(context, filters);
    const found = inBatches({ by: "lastAt", direction: "desc" }, ({ beyond, take }) =>
      db.staffRead.findMany({
        where: { AND: [where, beyond] },
        select: readColumns,
        orderBy: [{ lastAt: "desc" }, { id: "desc" }],
        take,
      }),
    );
    return csvFile(
      `staff-access-${account.number}-${iso(now).slice(0, 10)}`,
      header.map((name) => t(name)),
      linesOf(found),
    );
  },
  logged: () => ({ summary: say("Downloaded what staff opened") }),
});

async function* linesOf(batches: AsyncIterable<Parameters<typeof presentRead>[0][]>) {
  for await (const rows of batches) {
    yield rows
      .map(presentRead)
      .map(({ firstAt, lastAt, times, staff, what, operation, record, asName, reason, ticket, note }) => [
        firstAt,
        lastAt,
        times,
        staff.name,
        what,
        operation,
        record?.type ?? null,
        record?.id ?? null,
        record?.name ?? null,
        asName,
        reason,
        ticket === null ? null : ticket.number,
        note,
      ]);
  }
}
