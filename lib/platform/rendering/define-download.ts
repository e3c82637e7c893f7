import type { z } from "zod";
import { paperBrand } from "@/lib/platform/brand/paper-brand";
import type { Scope } from "@/lib/platform/db/grant";
import { type FileOutput, fileOutput } from "@/lib/platform/kernel/file-output";
import { Problem } from "@/lib/platform/kernel/problem";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { Spool } from "@/lib/platform/kernel/spool";
import { Table } from "@/lib/platform/kernel/table";
import { t } from "@/lib/platform/language/t";
import { type Context, defineQuery, type Query } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";
import { inBackground } from "./background";
import { mostBytes } from "./download-limits";
import { type DownloadKind, takeDownloadSlot } from "./download-slots";
import { renderPatiently, renderPool } from "./render-pool";
import { requestSignal } from "./request-signal";

export type Download<I extends z.ZodObject, S extends Scope, P extends Permission> = Omit<
  Query<I, typeof fileOutput, S, P>,
  "kind" | "output" | "after" | "snapshot"
>;

/** A document occupies a rendering thread, everything else a connection. */
export function kindOf({ http }: Pick<Query, "http">): DownloadKind {
  if (http.file === "application/pdf") return "document";
  return http.file === "application/zip" ? "archive" : "table";
}

/**
 * An operation that responds with a file. Its slot is taken after the permission check and before anything is read;
 * a table is read within the transaction, a document is rendered by a thread after it. In the background it takes no
 * slot: the worker prepares one file at a time.
 *
 * @throws Problem `too-many` and `unavailable`, besides what the operation itself throws.
 */
export const defineDownload = <I extends z.ZodObject, S extends Scope, P extends Permission>(
  declaration: Download<I, S, P>,
): Query<I, typeof fileOutput, S, P> =>
  defineQuery({
    ...declaration,
    output: fileOutput,
    snapshot: true,
    async run(context: Context<S>, input) {
      const owner = context.account?.id ?? context.actor.personId;
      const release = inBackground() ? () => {} : takeDownloadSlot(kindOf(declaration), owner);
      try {
        const file = await declaration.run(context, input);
        if (file.body instanceof Table) return { ...file, body: await spooled(file.body).finally(release) };
        if (file.body instanceof Rendering) held.set(file.body, release);
        else release();
        return file;
      } catch (error) {
        release();
        throw error;
      }
    },
    after: drawn,
  });

const held = new WeakMap<Rendering, () => void>();

async function spooled(table: Table): Promise<Spool> {
  const background = inBackground();
  const gone = background?.signal ?? requestSignal();
  const spool = new Spool(background ? mostBytes.background : mostBytes.direct);
  // A caller who disconnects before the response starts never reads it.
  gone?.addEventListener("abort", () => void spool.discard(), { once: true });
  try {
    await table.writeTo(spool, { gone, onLines: background && ((count) => background.read(count)) });
    return spool;
  } catch (error) {
    await spool.discard();
    throw gone?.aborted ? new Problem("unavailable", t("The download was cancelled.")) : error;
  }
}

async function drawn(file: FileOutput): Promise<FileOutput> {
  const { body } = file;
  if (!(body instanceof Rendering)) return file;
  const background = inBackground();
  try {
    const branded = body.in(await paperBrand());
    const bytes = background
      ? await renderPatiently(branded, background.signal, background.drawing)
      : await renderPool().draw(branded, requestSignal());
    return { ...file, body: bytes };
  } finally {
    held.get(body)?.();
  }
}
