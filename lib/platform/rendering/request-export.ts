import { createHash } from "node:crypto";
import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Scope } from "@/lib/platform/db/grant";
import { lockName } from "@/lib/platform/db/lock-name";
import { addDays } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Command, type Context, defineCommand, type Query } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";
import { exportQuota } from "./download-limits";

export const requestedExport = z.object({
  id,
  lines: z.int().describe("Lines that the file will have, as far as they can be counted"),
});

interface Requesting<S extends Scope, P extends Permission> {
  /** The download operation that the worker will execute. */
  readonly download: string;
  readonly base: Pick<
    Query<z.ZodObject, z.ZodType, S, P>,
    "permission" | "scope" | "alsoChecks" | "alsoNeeds" | "summary" | "activity" | "http"
  >;
  readonly input: z.ZodObject;
  readonly count: (context: Context<S>, input: unknown) => Promise<number>;
}

/** The command that has the worker prepare a file. It takes the same permission as downloading it. */
export function requestExport<S extends Scope, P extends Permission>({
  download,
  base: { summary, activity, http, ...base },
  input,
  count,
}: Requesting<S, P>): Command<z.ZodObject, typeof requestedExport, S, P> {
  return defineCommand({
    ...base,
    name: download.replace(".", ".prepare-"),
    summary: `${summary}, prepared in the background`,
    activity: `${activity} in the background`,
    input,
    output: requestedExport,
    http: { method: "POST", path: http.path, status: 201 },
    async run(context: Context<S>, asked) {
      const lines = await count(context, asked);
      const exportId = await queue(context, download, asked as Prisma.InputJsonObject, lines);
      const target = { type: "export", id: exportId };
      return { output: { id: exportId, lines }, audit: { summary: say("Requested a file in the background"), target } };
    },
  });
}

/** The same file again, while it is being prepared, is the same export. */
async function queue(
  context: Context,
  operation: string,
  input: Prisma.InputJsonObject,
  totalLines: number,
): Promise<string> {
  const { db, account, actor, realNow: now, viewer } = context;
  const accountId = account?.id ?? null;
  const tokenId = viewer.subject.gates.tokenPermissions === null ? null : actor.credentialId;
  const inputHash = createHash("sha256")
    .update(JSON.stringify(sorted(input)))
    .digest("hex");
  const mine = { personId: actor.personId, accountId, tokenId, operation, inputHash };
  await lockName(db, `exports ${accountId ?? actor.personId}`);
  const pending = { in: ["queued" as const, "running" as const] };
  const same = await db.export.findFirst({ where: { ...mine, state: pending }, select: { id: true } });
  if (same !== null) return same.id;
  await requireQuota(context);
  const data = { ...mine, input, totalLines, createdAt: now, expiresAt: addDays(now, exportQuota.days) };
  const { id: made } = await db.export.create({ data, select: { id: true } });
  return made;
}

/** Row-level security shows all exports of the account here, not only the viewer's. */
async function requireQuota({ db, account, actor, realNow }: Context): Promise<void> {
  const where = {
    ...(account === null ? { accountId: null, personId: actor.personId } : { accountId: account.id }),
    expiresAt: { gt: realNow },
  };
  const pending = await db.export.count({ where: { ...where, state: { in: ["queued", "running"] } } });
  if (pending >= exportQuota.pending) {
    throw new Problem(
      "too-many",
      t("{pending} files are already being prepared. Try again when they are ready.", { pending }),
      {
        retryAfter: 60,
      },
    );
  }
  const kept = await db.export.aggregate({ where: { ...where, state: "ready" }, _sum: { bytes: true }, _count: true });
  if (kept._count < exportQuota.kept && (kept._sum.bytes ?? 0n) < BigInt(exportQuota.bytes)) return;
  throw new Problem(
    "conflict",
    t("The storage for prepared files is full. Delete some of them, or wait until they expire."),
  );
}

const sorted = (input: object): [string, unknown][] => Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
