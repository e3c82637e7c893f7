import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { pageOf } from "@/lib/platform/kernel/page";
import { t } from "@/lib/platform/language/t";

export const importStatus = z.enum(["checked", "running", "done", "stopped"]);
export const importOutcome = z.enum(["ready", "exists", "invalid", "created", "failed"]);
export type ImportOutcome = z.infer<typeof importOutcome>;

/** The most customers in one file. */
export const MOST_ROWS = 5_000;

const head = z.object({
  id,
  status: importStatus,
  startedBy: z.string(),
  createdAt: isoDateTime,
  finishedAt: isoDateTime.nullable(),
  counts: z.record(importOutcome, z.int()).describe("Rows by outcome"),
});

export const importList = pageOf(head);
export type ImportList = z.infer<typeof importList>;

/** The only reason for which an import stops. */
export const stoppedBy = (name: string): string =>
  t("{name} may no longer create accounts. Somebody else can continue it.", { name });

/** An import with one page of its rows. */
export const importDetail = head.extend({
  invite: z.boolean(),
  ignored: z.array(z.string()).describe("Columns of the file that were ignored"),
  stoppedBecause: z.string().nullable(),
  rows: pageOf(
    z.object({
      line: z.int().describe("Line of the file"),
      reference: z.string(),
      name: z.string(),
      ownerEmail: z.string(),
      outcome: importOutcome,
      message: z.string().nullable(),
      accountId: id.nullable(),
    }),
  ),
});
export type ImportDetail = z.infer<typeof importDetail>;
