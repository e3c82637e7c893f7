import type { FileOutput } from "@/lib/platform/kernel/file-output";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { Spool } from "@/lib/platform/kernel/spool";
import { msg } from "@/lib/platform/language/msg";
import { t, translated } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { accessKeyOf } from "./access-key";
import { mostBytes } from "./download-limits";
import { requestSignal } from "./request-signal";

interface Wanted {
  readonly operation: string;
  readonly exportId: string;
}

/**
 * A file that the worker has prepared with this operation for this person, if their access is still what it was
 * prepared with, and they may still have all that it contains.
 */
export async function readKeptFile(
  context: Context,
  { operation, exportId }: Wanted,
  mayStillHave: (contents: readonly string[]) => Promise<boolean>,
): Promise<FileOutput> {
  const { db, actor, account, viewer, realNow } = context;
  const tokenId = viewer.subject.gates.tokenPermissions === null ? null : actor.credentialId;
  const mine = { id: exportId, operation, personId: actor.personId, accountId: account?.id ?? null, tokenId };
  const found = await db.export.findFirst({ where: { ...mine, expiresAt: { gt: realNow } } });
  if (found === null) throw notFound(t("File not found. It may have expired."));
  const { state, filename, contentType } = found;
  if (state !== "ready" || filename === null || contentType === null) throw notReady(found);
  if (found.accessKey !== accessKeyOf(viewer)) {
    throw new Problem("conflict", t("Your access has changed since this file was prepared. Prepare it again."));
  }
  if (!(await mayStillHave(found.contents))) {
    throw new Problem("conflict", t("You can no longer open everything that is in this file. Prepare it again."));
  }
  return { filename, contentType, body: await spooledParts(context, exportId) };
}

const unreadyDetails = {
  queued: msg("This file is waiting to be prepared."),
  running: msg("This file is still being prepared."),
  ready: msg("This file couldn't be prepared."),
  failed: msg("This file couldn't be prepared."),
} as const;

const notReady = ({ state, failure }: { state: keyof typeof unreadyDetails; failure: string | null }): Problem =>
  new Problem("conflict", failure === null ? t(unreadyDetails[state]) : translated(failure));

async function spooledParts({ db }: Context, exportId: string): Promise<Spool> {
  const gone = requestSignal();
  const spool = new Spool(mostBytes.background);
  gone?.addEventListener("abort", () => void spool.discard(), { once: true });
  try {
    for (let position = 0; ; position++) {
      gone?.throwIfAborted();
      const part = await db.exportPart.findFirst({ where: { exportId, position }, select: { data: true } });
      if (part === null) return spool;
      await spool.write(part.data);
    }
  } catch (error) {
    await spool.discard();
    throw gone?.aborted ? new Problem("unavailable", t("The download was cancelled.")) : error;
  }
}
