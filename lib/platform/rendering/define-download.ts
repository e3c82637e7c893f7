import type { z } from "zod";
import type { Scope } from "@/lib/platform/db/grant";
import { type FileOutput, fileOutput } from "@/lib/platform/kernel/file-output";
import { Problem } from "@/lib/platform/kernel/problem";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { Table } from "@/lib/platform/kernel/table";
import { type Context, defineQuery, type Query } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";
import { type DownloadKind, takeDownloadSlot } from "./download-slots";
import { renderPool } from "./render-pool";
import { requestSignal } from "./request-signal";

type Download<I extends z.ZodObject, S extends Scope, P extends Permission> = Omit<
  Query<I, typeof fileOutput, S, P>,
  "kind" | "output" | "after"
>;

/**
 * An operation that responds with a file. Its slot is taken after the permission check and before anything is read;
 * a table is read within the transaction, a document is rendered by a thread after it.
 *
 * @throws Problem `too-many` and `unavailable`, besides what the operation itself throws.
 */
export const defineDownload = <I extends z.ZodObject, S extends Scope, P extends Permission>(
  declaration: Download<I, S, P>,
): Query<I, typeof fileOutput, S, P> =>
  defineQuery({
    ...declaration,
    output: fileOutput,
    async run(context: Context<S>, input) {
      const kind: DownloadKind = declaration.http.file === "application/pdf" ? "document" : "table";
      const release = takeDownloadSlot(kind, context.account?.id ?? context.actor.personId);
      try {
        const file = await declaration.run(context, input);
        if (file.body instanceof Table) return { ...file, body: await read(file.body).finally(release) };
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

async function read(table: Table): Promise<Uint8Array[]> {
  const gone = requestSignal();
  try {
    return await table.read(gone);
  } catch (error) {
    throw gone?.aborted ? new Problem("unavailable", "The download was cancelled.") : error;
  }
}

async function drawn(file: FileOutput): Promise<FileOutput> {
  const { body } = file;
  if (!(body instanceof Rendering)) return file;
  try {
    return { ...file, body: await renderPool().draw(body, requestSignal()) };
  } finally {
    held.get(body)?.();
  }
}
