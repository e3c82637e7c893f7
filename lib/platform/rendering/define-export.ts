import { z } from "zod";
import type { Scope } from "@/lib/platform/db/grant";
import type { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import type { Command, Context, Query } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";
import { accessKeyOf } from "./access-key";
import { inBackground } from "./background";
import { type Download, defineDownload, kindOf } from "./define-download";
import { mostLines } from "./download-limits";
import type { DownloadKind } from "./download-slots";
import { readKeptFile } from "./read-kept-file";
import { requestExport, type requestedExport } from "./request-export";

/** Part of the input of every operation below: downloads what its `prepare` has prepared. */
export const exportInput = {
  exportId: id.optional().describe("A file prepared earlier; the rest of the input is then ignored"),
};

type Declaration<I extends z.ZodObject, S extends Scope, P extends Permission> = Download<I, S, P> & {
  /** How many lines the file would have; counting may stop at `most`. */
  readonly lines: (context: Context<S>, input: z.output<I>, most: number) => Promise<number>;
  /** Whether the viewer may still have everything that is in a prepared file: the ids of its contents. */
  readonly mayStillHave?: (context: Context<S>, contents: readonly string[]) => Promise<boolean>;
};

/** A download that can also be prepared in the background, by a command with the same permission and input. */
export type ExportOperation<
  I extends z.ZodObject = z.ZodObject,
  S extends Scope = Scope,
  P extends Permission = Permission,
> = Query<I, typeof fileOutput, S, P> & { readonly prepare: Command<z.ZodObject, typeof requestedExport, S, P> };

/**
 * A download without a natural limit to its size. Lines are counted before any are read. Above what someone can wait for,
 * the file is prepared by the worker, through this same operation as the same person; it is downloaded through it, too.
 */
export function defineExport<I extends z.ZodObject, S extends Scope, P extends Permission>(
  declaration: Declaration<I, S, P>,
): ExportOperation<I, S, P> {
  const { lines, mayStillHave = async () => true, ...download } = declaration;
  const kind = kindOf(declaration);
  const query = defineDownload<I, S, P>({
    ...download,
    async run(context, input) {
      const { exportId } = input as { exportId?: string };
      if (exportId !== undefined) {
        return readKeptFile(context, { operation: declaration.name, exportId }, (contents) =>
          mayStillHave(context, contents),
        );
      }
      await requireSize(kind, (most) => lines(context, input, most));
      inBackground()?.ranWith(accessKeyOf(context.viewer));
      return download.run(context, input);
    },
  });
  return { ...query, prepare: prepareCommand(declaration, kind) };
}

export const isExport = (operation: object): operation is ExportOperation => "prepare" in operation;

function prepareCommand<I extends z.ZodObject, S extends Scope, P extends Permission>(
  declaration: Declaration<I, S, P>,
  kind: DownloadKind,
): ExportOperation<I, S, P>["prepare"] {
  const { name, permission, scope, alsoChecks, alsoNeeds, summary, activity, input, http } = declaration;
  return requestExport({
    download: name,
    base: { permission, scope, alsoChecks, alsoNeeds, summary, activity, http },
    input: z.object(input.shape).omit({ exportId: true } as never) as z.ZodObject,
    count: async (context, asked) => {
      const most = mostLines[kind].background;
      const found = await declaration.lines(context, asked as z.output<I>, most + 1);
      if (found > most) throw tooMany(kind, most, true);
      return found;
    },
  });
}

async function requireSize(kind: DownloadKind, count: (most: number) => Promise<number>): Promise<void> {
  const background = inBackground();
  const most = background ? mostLines[kind].background : mostLines[kind].direct;
  const found = await count(most + 1);
  background?.counted(found);
  if (found <= most) return;
  throw tooMany(kind, most, background !== undefined);
}

const tooMany = (kind: DownloadKind, most: number, background: boolean): Problem => {
  const count = most.toLocaleString(currentLocale());
  if (kind === "archive") {
    return new Problem(
      "invalid",
      background
        ? t("A ZIP file can have up to {count} files. Choose a smaller folder or fewer files.", { count })
        : t("ZIP files are prepared in the background. Request one first, then download it by its exportId."),
    );
  }
  return new Problem(
    "invalid",
    background
      ? t("This file would have more than {count} lines. Select a shorter period or fewer records.", { count })
      : t("This file would have more than {count} lines. Prepare it in the background instead.", { count }),
  );
};
