import { z } from "zod";
import { features } from "@/lib/features";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { translated } from "@/lib/platform/language/t";
import { mayExecute } from "@/lib/platform/operations/may-execute";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { isExport } from "@/lib/platform/rendering/define-export";
import { exportItem } from "./schema";

const downloads = new Map(
  features
    .flatMap(({ operations }) => operations)
    .filter(isExport)
    .map((operation) => [operation.name, operation]),
);

const MOST = 25;

/** The viewer's own files in preparation or ready, newest first, of downloads that they may still execute. */
export const listExports = defineQuery({
  name: "exports.list",
  permission: "profile.manage",
  scope: "self",
  summary: "List your files prepared in the background",
  activity: "view prepared files",
  input: z.object({
    account: id.nullish().describe("Files of this account; without it those of the staff console"),
    operations: z.array(z.string()).max(20).optional().describe("Only files of these download operations"),
  }),
  output: z.object({ items: z.array(exportItem).max(MOST).describe("The newest") }),
  http: { method: "GET", path: "/me/exports" },
  run: async ({ db, actor, viewer, realNow }: Context, { account = null, operations }) => {
    const names = [...downloads.values()]
      // From elsewhere, what they may do on the account isn't known: the download decides.
      .filter((one) => viewer.accountId !== account || mayExecute(viewer, one))
      .map(({ name }) => name)
      .filter((name) => operations?.includes(name) ?? true);
    const { tokenPermissions } = viewer.subject.gates;
    const rows = await db.export.findMany({
      where: {
        personId: actor.personId,
        accountId: account,
        tokenId: tokenPermissions === null ? null : actor.credentialId,
        operation: { in: names },
        expiresAt: { gt: realNow },
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST,
    });
    return { items: rows.map(present) };
  },
});

type Row = Awaited<ReturnType<Context["db"]["export"]["findMany"]>>[number];

function present(row: Row): z.input<typeof exportItem> {
  const { id, operation, state, lines, totalLines, bytes, failure, createdAt, expiresAt } = row;
  const http = downloads.get(operation)?.http;
  const path = http?.path.replace("{accountId}", row.accountId ?? "");
  return {
    id,
    operation,
    type: typeOf(http?.file),
    period: periodOf(row.input),
    state,
    done: state === "ready" ? 100 : Math.min(99, Math.floor((100 * lines) / Math.max(1, totalLines))),
    lines: totalLines,
    bytes: bytes === null ? null : Number(bytes),
    failure: failure && translated(failure),
    downloadPath: state === "ready" && path ? `/api/v1${path}?exportId=${id}` : null,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
  };
}

function typeOf(file: string | undefined): string {
  if (file === "application/pdf") return "PDF";
  return file === "application/zip" ? "ZIP" : "CSV";
}

function periodOf(input: Row["input"]): string | null {
  const { from, to } = input as { from?: string; to?: string };
  if (from === undefined && to === undefined) return null;
  return `${from ?? "…"} – ${to ?? "…"}`;
}
