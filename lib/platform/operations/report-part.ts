import { z } from "zod";
import type { Sentence } from "@/lib/platform/language/msg";
import type { Permission } from "@/lib/policy/permissions";
import type { Context } from "./operation";

const column = z.object({ header: z.string(), type: z.enum(["text", "number", "bytes"]) });

/** What a noun reports: figures and short tables, and in a sentence what this viewer could not see. */
export const reportSection = z.object({
  figures: z.array(z.object({ label: z.string(), value: z.int() })).max(8),
  tables: z
    .array(
      z.object({
        caption: z.string(),
        columns: z.array(column).max(8),
        /** As long as the caption promises, never as long as the account is large. */
        rows: z.array(z.array(z.union([z.string(), z.int()])).max(8)).max(50),
      }),
    )
    .max(4),
  unseen: z.string().describe("What the figures leave out for this viewer"),
});

export type ReportSection = z.infer<typeof reportSection>;

/** A part of an account's reports, for those who may see reports and hold its own permission. Its figures count what they see. */
export interface ReportPart {
  readonly name: string;
  readonly title: Sentence;
  /** Without it the part is left out, and so is its title. */
  readonly permission: Permission;
  load(context: Context<"account">): Promise<ReportSection>;
}
