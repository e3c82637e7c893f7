import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

export const exportItem = z.object({
  id,
  operation: z.string().describe("The download operation that the file comes from"),
  type: z.string().describe("CSV, PDF or ZIP"),
  period: z.string().nullable().describe("The requested days, if any"),
  state: z.enum(["queued", "running", "ready", "failed"]),
  done: z.int().describe("Progress in percent"),
  lines: z.int(),
  bytes: z.int().nullable(),
  failure: z.string().nullable().describe("Why it failed"),
  /** Path under the API; null unless it is ready. */
  downloadPath: z.string().nullable().describe("Where to download it; null unless it is ready"),
  createdAt: isoDateTime,
  expiresAt: isoDateTime,
});

export type ExportItem = z.infer<typeof exportItem>;
